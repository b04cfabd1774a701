/*
What the estimator says in words, after js/estimator/engine.js. One classic script in ES5; adds to Estimator.
*/
(function (Estimator) {
  "use strict";
  var quotient = Estimator.quotient;

  // Words: guide/estimator/message_text.py, guide/i18n/numerals.py. `words`: those of one language
  // (guide.estimator.browser_data.words_of)

  function grouped(number, mark) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, mark);
  }

  function dateIn(words, day) {
    var parts = day.split("-");
    return (parts[2] ? +parts[2] + " " : "") + words.months[parts[1] - 1] + " " + parts[0];
  }

  function shown(words, name, value, kind) {
    if (kind === "money") return (value < 0 ? "-Rp" : "Rp") + grouped(Math.abs(value), words.thousands);
    if (kind) return dateIn(words, value);
    if (name === "party") return words.parties[value];
    if (name === "benefit") return words.benefits[value];
    if (name === "rate" || name === "relief") return value.replace(/(\d)\.(\d)/g, "$1" + words.decimal + "$2");
    if (name === "bad" && value.replace) {
      value = value.replace(/[\x00-\x1f\x7f\u2028\u2029]+/g, " ");
      return value.length > 80 ? value.slice(0, 79) + "…" : value;
    }
    return value.join ? value.join(", ") : String(value);
  }

  /** A sentence by its name, its gaps filled. */
  function say(words, sentence, values) {
    return words.sentences[sentence].replace(/\{(\w+)(?::(\w+))?\}/g, function (gap, name, kind) {
      return shown(words, name, values[name], kind);
    });
  }

  /** A whole number from 0 in words. */
  function numberWords(number, words) {
    var power, size, rest, head;
    if (number < 20) return words.small[number];
    if (number < 100) {
      rest = number % 10;
      return words.tens[quotient(number, 10) - 2] + (rest ? (words.hyphen ? "-" : " ") + words.small[rest] : "");
    }
    power = number < 1000 ? 0 : Math.min(quotient(String(number).length - 1, 3), words.thousands.length);
    size = power ? +("1" + new Array(power + 1).join("000")) : 100;
    rest = number % size;
    head = quotient(number, size);
    if (head === 1 && power < 2) head = power ? words.one_thousand : words.one_hundred;
    else head = numberWords(head, words) + " " + (power ? words.thousands[power - 1] : words.hundred);
    return rest ? head + " " + numberWords(rest, words) : head;
  }

  Estimator.say = say;
  Estimator.numberWords = numberWords;
})(typeof module === "object" ? require("./engine.js") : Estimator);
