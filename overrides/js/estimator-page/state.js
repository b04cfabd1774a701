/*
What the pages of the estimator share: their words, their elements, and the state, which is the fragment of the address
with the names of the contract. Nothing is kept, sent or put into a page as HTML. One classic script in ES5, after the
engine (guide/pages/estimator_page.py).
*/
function estimatorBase(rules, words, root) {
  "use strict";
  var has = Estimator.has, each = Estimator.each, copy = Estimator.copy, among = Estimator.among;
  var tables = rules.inputs;
  var EXTRA = ["compare", "budget", "payslip", "made", "partner"];
  var STOP = ["segment", "month", "income"];
  var LONGEST = 4000;
  var before = root.id.replace(/\w*$/, "");

  function say(name, values) {
    return Estimator.say(words, has(words.sentences, name) ? name : "odd", values || {});
  }

  function money(value) {
    return say("benefit", { benefit: "", amount: value }).replace(/^.*?(?=-?Rp)|\.$/g, "");
  }

  /** An element, such as `p.small`, with its attributes and listeners, and what stands inside: texts and elements. */
  function el(tag, values, inside) {
    var named = tag.split(".");
    var made = document.createElement(named[0]);
    if (named[1]) made.className = named[1];
    each(values, function (name, value) {
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value !== false) made.setAttribute(name, value === true ? "" : value);
    });
    return fill(made, inside);
  }

  /** The holder, with nothing inside but these texts and elements. */
  function fill(holder, inside) {
    holder.textContent = "";
    [].concat(inside).forEach(function (one) {
      if (one) holder.appendChild(one.nodeType ? one : document.createTextNode(one));
    });
    return holder;
  }

  /** An amount with its name; `range`: the two that it lies between, where an input is unknown. */
  function sum(name, value, tag, range) {
    return el(tag || "b", { "data-amount": name, "data-value": value, "data-range": range ? range.join(",") : false },
      range ? say("between", { least: range[0], most: range[1] }) : money(value));
  }

  function upper(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function inWords(value) {
    return say("words", { words: Estimator.numberWords(value, words.numbers) });
  }

  function called(key) {
    return key.split("-").map(function (program) {
      return words.programs[program] + " (" + program.toUpperCase() + ")";
    }).join(" + ");
  }

  /** Where a page is, or one below it: on the site, in an unpacked archive, or in a file, where it is a section. */
  function page(href, name) {
    if (href.charAt(0) === "#") return href + (name ? "-" + name : "");
    return href + (name ? name + "/" : "") + (location.protocol === "file:" ? "index.html" : "");
  }

  // The state

  /** What a fragment says: {raw, told}. Whatever cannot be read is told and left out. */
  function parse(hash) {
    var read = { raw: {}, told: [] };
    var text = hash.replace(/^#/, "");
    if (text.indexOf("=") < 0) return read;
    text.slice(0, LONGEST).split("&").forEach(function (piece) {
      var at = piece.indexOf("="), name, value;
      if (!piece) return;
      try {
        name = decodeURIComponent(at < 0 ? piece : piece.slice(0, at));
        value = at < 0 ? "" : decodeURIComponent(piece.slice(at + 1).replace(/\+/g, " "));
      } catch (error) {
        return read.told.push({ name: "", sentence: "broken", values: {} });
      }
      if (!among(tables.names, name) && !among(EXTRA, name)) read.told.push({ name: "", sentence: "unknown", bad: name });
      else if (value.replace(/\s/g, "")) read.raw[name] = value.slice(0, 200);
    });
    return read;
  }

  /** The fragment of a state; of none, in a file, that of the section. */
  function write(raw) {
    return "#" + (tables.names.concat(EXTRA).filter(function (name) {
      return has(raw, name) && raw[name] !== "";
    }).map(function (name) {
      return name + "=" + encodeURIComponent(raw[name]).replace(/%(2C|3D|3A)/g, decodeURIComponent);
    }).join("&") || before.replace(/--$/, ""));
  }

  function inputsOf(raw) {
    var kept = {};
    tables.names.forEach(function (name) {
      if (has(raw, name)) kept[name] = raw[name];
    });
    return kept;
  }

  /** The answer, or null; mistakes go to `mistakes`, and what need not stop the answer is left out. */
  function settle(raw, mistakes) {
    var left = inputsOf(raw), dropped, stop;
    do {
      dropped = stop = false;
      try {
        return Estimator.answer(rules, left, today);
      } catch (error) {
        (error.mistakes || [{ name: "", sentence: "too-large" }]).forEach(function (one) {
          if (!mistakes.some(function (other) { return other.name + other.sentence === one.name + one.sentence; })) mistakes.push(one);
          if (has(left, one.name) && !among(STOP, one.name)) {
            delete left[one.name];
            dropped = true;
          } else stop = true;
        });
      }
    } while (dropped && !stop);
    return null;
  }

  /** The day of the device, or of the page if that is later. */
  function dayOf(device) {
    var made = root.dataset.today;
    device.setMinutes(device.getMinutes() - device.getTimezoneOffset());
    device = device.toISOString().slice(0, 10);
    return device > made ? device : made;
  }

  var today = dayOf(new Date());
  return { before: before, called: called, el: el, fill: fill, inputsOf: inputsOf, inWords: inWords,
    money: money, page: page, parse: parse, say: say, settle: settle, sum: sum, today: today, upper: upper, write: write, EXTRA: EXTRA };
}
