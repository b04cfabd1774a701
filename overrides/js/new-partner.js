/*
The form for a new partner: checks what was written as `make check` would, and writes the file on the device. One
classic script in ES5. Nothing is sent and nothing is kept. scripts/guide/facts/new_partner.py writes the same lines.
*/
var NewPartner = (function () {
  "use strict";
  var ID = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
  var DAY = /^(19|20)[0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
  var MARKUP = /<[a-zA-Z\/!?]|\]\(|\*\*|`/;
  var HIDDEN = new RegExp(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f" +
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0" +
    "\\ufff0-\\uffff]|[\\udb40-\\udbff][\\udc00-\\udfff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])"
  );
  var TYPED = new RegExp("\\bRp\\.?\\s?\\d|\\bIDR\\s?\\d|\\d\\s?(%|persen\\b|percent\\b|per cent\\b)|" +
    "\\d[\\d.,]*\\s?(juta|ribu|miliar|million|billion)\\b|\\b\\d{1,3}([.,]\\d{3})+\\b", "i");
  var NIK = /(^|[^0-9])[0-9]{16}(?![0-9])/;
  var PHONE = /(^|[^0-9\/])(\+?62[\s-]?|0)8[0-9]{1,3}[\s-]?[0-9]{3,4}[\s-]?[0-9]{3,5}(?![0-9])/;
  var URL = /^https?:\/\/[^\s<>\x22\x27]+$/;
  var WORDS = ["name", "summary", "what", "first"];

  function codes(text) {
    return text.split(/\s+/).filter(function (code) { return code; });
  }

  function isDay(text) {
    var day = new Date(text);
    return DAY.test(text) && !isNaN(day) && day.toISOString().slice(0, text.length) === text;
  }

  /* What is wrong with one answer: the name of a sentence, or an empty text. */
  function wrong(name, value, known) {
    if (!value) return "empty";
    if (HIDDEN.test(value)) return "hidden";
    if (NIK.test(value)) return "nik";
    if (PHONE.test(value)) return "phone";
    if (name === "id" || name === "code") {
      if (!ID.test(value)) return "id";
      return (name === "id" ? known.ids : known.codes).indexOf(value) < 0 ? "" : "taken";
    }
    if (name === "since") return isDay(value) ? "" : "day";
    if (name === "serves") {
      return codes(value).every(function (code) { return known.regions.indexOf(code) >= 0; }) ? "" : "region";
    }
    if (name === "source" && /^http/.test(value)) return URL.test(value) ? "" : "url";
    if (MARKUP.test(value)) return "markup";
    if (/[{}]/.test(value)) return "braces";
    return WORDS.indexOf(name.split(".")[0]) >= 0 && TYPED.test(value) ? "typed" : "";
  }

  /* Every mistake by the name of its answer. */
  function check(answers, known) {
    var found = {};
    Object.keys(answers).forEach(function (name) {
      var mistake = wrong(name, answers[name], known);
      if (mistake) found[name] = mistake;
    });
    return found;
  }

  function quoted(words) {
    return JSON.stringify(words);
  }

  function words(answers, name, languages) {
    return "{" + languages.map(function (language) {
      return language + ": " + quoted(answers[name + "." + language]);
    }).join(", ") + "}";
  }

  /* The file of the partner. Contacts stay empty until somebody verified them. */
  function yaml(answers, languages, today) {
    var source = quoted(answers.source);
    var full = "{url: " + source + ", address: full}";
    var cited = /^http/.test(answers.source) ? full : "{url: \"\", address: none, hint: " + source + "}";
    return [
      "# yaml-language-server: $schema=../../.schemas/partners.json",
      "kind: " + answers.kind,
      "name: " + words(answers, "name", languages),
      "official: " + quoted(answers.official),
      "summary: " + words(answers, "summary", languages),
      "region: " + quoted(answers.region),
      "city: " + quoted(answers.city),
      "address: \"\"",
      "phone: \"\"",
      "website: \"\"",
      "arrangements:",
      "  - since: " + answers.since,
      "    what: " + words(answers, "what", languages),
      "    sources: [" + cited + "]",
      "    confidence: low",
      "first_steps: [" + words(answers, "first", languages) + "]",
      "serves: [" + codes(answers.serves).map(quoted).join(", ") + "]",
      "preset: {segment: bpu, income: \"1000000\"}",
      "sources: [" + cited + "]",
      "as_of: " + today,
      "confidence: low"
    ].join("\n") + "\n";
  }

  /* The line for the short address. */
  function permalink(answers, today) {
    return "- {code: " + answers.code + ", target: mitra/" + answers.id + "/, issued: " + today + "}\n";
  }

  function start(form) {
    var data = JSON.parse(form.getAttribute("data-known"));
    var output = document.getElementById("file"), said = document.getElementById("said");
    var save = document.getElementById("save"), done = document.getElementById("done");

    function fields() {
      return [].slice.call(form.querySelectorAll("[name]"));
    }

    function show(field, mistake) {
      var note = document.getElementById(field.id + "-note");
      note.textContent = mistake ? data.sentences[mistake] : "";
      if (mistake) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }

    form.addEventListener("submit", function (event) {
      var answers = {}, mistakes, first, text, line;
      event.preventDefault();
      fields().forEach(function (field) { answers[field.name] = field.value.replace(/\s+/g, " ").trim(); });
      mistakes = check(answers, data);
      fields().forEach(function (field) {
        show(field, mistakes[field.name]);
        if (mistakes[field.name] && !first) first = field;
      });
      done.hidden = !!first;
      said.textContent = first ? data.sentences.wrong : data.sentences.right;
      if (first) {
        first.focus();
        return;
      }
      text = yaml(answers, data.languages, data.today);
      line = permalink(answers, data.today);
      output.textContent = "data/partners/" + answers.id + ".yml\n\n" + text + "\ndata/permalinks.yml\n\n" + line;
      save.setAttribute("download", answers.id + ".yml");
      save.setAttribute("href", "data:text/yaml;charset=utf-8," + encodeURIComponent(text + "# permalink: " + line));
    });
    form.hidden = false;
  }

  if (typeof document !== "undefined" && document.getElementById("new-partner")) {
    start(document.getElementById("new-partner"));
  }
  return { check: check, yaml: yaml, permalink: permalink };
})();
if (typeof module !== "undefined") module.exports = NewPartner;
