/*
Reads the page aloud with the voice of this device, sentence by sentence, and marks the one that is read; loaded by
js/read-aloud/listen.js. Numbers become words (guide/i18n/numerals.py; `numberWords` of js/estimator/messages.js), since
few voices read `Rp16.800` as people say it. Nothing leaves the device. One classic script in ES5; `words`:
guide/pages/read_aloud.py. `reader`: {button, sentences, at: the one that is read, on: whether one is}.
*/
var Listen = (function (numberWords, words) {
  "use strict";
  var BLOCKS = /^(H[1-6]|P|LI|TD|TH|DT|DD|SUMMARY|CAPTION|FIGCAPTION)$/;
  var SKIPPED = /^(SCRIPT|STYLE|SVG|BUTTON|FORM|NAV|PRE|CODE|INPUT|SELECT)$/i;
  var HOLDERS = /^(UL|OL|DL|TABLE|THEAD|TBODY|TR|DETAILS)$/;
  var UNHEARD = /(^|\s)(up|next|from|reference|asal|draw)(\s|$)/;

  // What is said

  function digits(text) {
    return text.split("").map(function (one) {
      return numberWords(+one, words.numbers);
    }).join(" ");
  }

  function whole(text) {
    return numberWords(+text.split(words.thousands).join(""), words.numbers);
  }

  /** `16.800` or `3,7` in words. */
  function number(text) {
    var parts = text.split(words.decimal);
    if (/^0\d/.test(text)) return digits(text.replace(/\D/g, ""));
    return whole(parts[0]) + (parts[1] ? " " + words.point + " " + digits(parts[1]) : "");
  }

  /** A text as a voice should read it: amounts, shares, counts and signs in words. */
  function spoken(text) {
    var mark = words.thousands === "." ? "\\." : ",", dot = words.thousands === "." ? "," : "\\.";
    var count = "\\d{1,3}(?:" + mark + "\\d{3})+(?:" + dot + "\\d+)?|\\d+(?:" + dot + "\\d+)?";
    var scale = words.numbers.thousands.join("|");
    return text
      .replace(new RegExp("Rp ?(" + count + ")( (?:" + scale + "))?", "g"), function (all, value, more) {
        return number(value) + (more || "") + " " + words.numbers.money;
      })
      .replace(new RegExp("(" + count + ") ?%", "g"), function (all, value) {
        return number(value) + " " + words.percent;
      })
      .replace(/(\d+)\sx\s(\d+)/g, "$1 " + words.times + " $2")
      .replace(/(\d+)\/(\d{4})\b/g, "$1 " + words.of + " $2")
      .replace(new RegExp("\\b(" + words.phones.join("|") + ")\\b", "g"), digits)
      .replace(/([A-Za-z])(?=\d)/g, "$1 ")
      .replace(/(\d)(?=[A-Za-z])/g, "$1 ")
      .replace(new RegExp("(^|[^\\w.,])(" + count + ")(?![\\w])", "g"), function (all, before, value) {
        return before + number(value);
      })
      .replace(/[←→↑·–]/g, ", ").replace(/\s+/g, " ").trim();
  }

  // Where the sentences stand

  /** Ends of the sentences of a text: where a mark is followed by a blank, or at its end. */
  function ends(text) {
    var found = [], pattern = /[.!?][\x22”’)]*\s+/g, one;
    while ((one = pattern.exec(text))) {
      if (!/\b(Ps|No|Rp)\.$/.test(text.slice(0, one.index + 1))) found.push(one.index + one[0].length);
    }
    return found.concat(text.length);
  }

  function heard(node) {
    for (; node && node.id !== "isi"; node = node.parentNode) {
      if (SKIPPED.test(node.nodeName) || node.hidden || UNHEARD.test(node.getAttribute("class") || "")) return false;
      if (node.getAttribute("aria-hidden") === "true") return false;
      if (node.parentNode.nodeName === "DETAILS" && !node.parentNode.open && node.nodeName !== "SUMMARY") return false;
    }
    return true;
  }

  function block(node) {
    while (node.id !== "isi" && !BLOCKS.test(node.nodeName)) node = node.parentNode;
    return node;
  }

  /** Puts each part of a sentence into an element of its own, so that it can be marked; gives the sentences. */
  function cut(nodes) {
    var text = nodes.map(function (node) {
      return node.nodeValue;
    }).join("");
    var found = [], marks = ends(text), from = 0, next = 0, current = { text: text.slice(0, marks[0]), parts: [] };
    nodes.forEach(function (node) {
      var holder, length, left;
      for (;;) {
        holder = document.createElement("span");
        length = Math.min(marks[next] - from, node.nodeValue.length);
        left = node.splitText(length);
        node.parentNode.insertBefore(holder, node);
        holder.appendChild(node);
        current.parts.push(holder);
        from += length;
        if (from >= marks[next] && next < marks.length - 1) {
          found.push(current);
          next += 1;
          current = { text: text.slice(from, marks[next]), parts: [] };
        }
        if (!left.nodeValue) break;
        node = left;
      }
    });
    return found.concat(current);
  }

  function gather(article) {
    var walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, null, false), groups = [], last, node;
    while ((node = walk.nextNode())) {
      if (!/\S/.test(node.nodeValue) &&
          (last !== block(node.parentNode) || HOLDERS.test(node.parentNode.nodeName))) continue;
      if (!heard(node.parentNode)) continue;
      if (block(node.parentNode) !== last) groups.push([]);
      last = block(node.parentNode);
      groups[groups.length - 1].push(node);
    }
    return [].concat.apply([], groups.map(cut)).filter(function (one) {
      return /[A-Za-z0-9]/.test(one.text);
    });
  }

  // Reading

  function mark(reader, on) {
    (reader.sentences[reader.at] || { parts: [] }).parts.forEach(function (part) {
      part.className = on ? "said" : "";
    });
  }

  /** Write on the button what a tap does now. */
  function say(reader, name) {
    reader.button.textContent = words[name];
    reader.button.className = name === "stop" ? "on" : "";
  }

  function rest(reader, name) {
    reader.on = false;
    say(reader, name);
  }

  /** Read the next sentence, and so on to the end. */
  function step(reader) {
    var sentence = reader.sentences[reader.at], box, speech;
    if (!sentence) {
      reader.at = 0;
      return rest(reader, "listen");
    }
    mark(reader, true);
    box = sentence.parts[0].getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight - 80) sentence.parts[0].scrollIntoView();
    speech = new SpeechSynthesisUtterance(spoken(sentence.text));
    speech.voice = window.listenVoice();
    speech.lang = speech.voice ? speech.voice.lang : document.documentElement.lang;
    speech.onend = function () {
      if (!reader.on || sentence !== reader.sentences[reader.at]) return;
      mark(reader, false);
      reader.at += 1;
      step(reader);
    };
    speech.onerror = function (event) {
      if (reader.on && event.error !== "interrupted" && event.error !== "canceled") rest(reader, "go");
    };
    Listen.now = speech;
    window.speechSynthesis.speak(speech);
  }

  function stop(reader) {
    if (!reader.on) return;
    rest(reader, "go");
    window.speechSynthesis.cancel();
  }

  function tap(reader) {
    if (reader.on) return stop(reader);
    reader.on = true;
    say(reader, "stop");
    window.speechSynthesis.cancel();
    step(reader);
  }

  /** Begin to read the page, by a button that stops and goes on. */
  function start(button) {
    var reader = { button: button, sentences: gather(document.getElementById("isi")), at: 0, on: false };
    button.addEventListener("click", function () { tap(reader); });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") stop(reader);
    });
    window.addEventListener("pagehide", function () { stop(reader); });
    tap(reader);
  }

  return { start: start, spoken: spoken, ends: ends };
})(Estimator.numberWords, listenWords);
