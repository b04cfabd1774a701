/*
Answers every question of the certificate (api/v1/parity.json) with the estimator that others include, on the device,
and shows whether the digest is the one that the build gave. It asks for those two files alone, once somebody taps; they
say how a line of an answer is written (guide/website/parity.py). ES5.
*/
(function () {
  "use strict";
  var box = document.getElementById("parity"), said = document.getElementById("parity-said");
  var AT_ONCE = 200, K = [], H = [], run;
  if (!box || !said) return;

  // SHA-256 (FIPS 180-4): constants are the first bits of roots of primes

  (function () {
    function bits(root) { return (root - Math.floor(root)) * 4294967296 | 0; }
    for (var prime = 2, by; K.length < 64; prime += 1) {
      for (by = 2; by * by <= prime && prime % by; by += 1);
      if (by * by <= prime) continue;
      if (H.length < 8) H.push(bits(Math.sqrt(prime)));
      K.push(bits(Math.pow(prime, 1 / 3)));
    }
  })();

  function turned(word, by) { return word >>> by | word << 32 - by; }

  /** Take one block of 16 words into a state of 8 words. */
  function block(state, words) {
    var w = words.slice(), i, s = state.slice(), one, two, mixed;
    for (i = 16; i < 64; i += 1) {
      one = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >>> 3;
      two = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >>> 10;
      w[i] = w[i - 16] + one + w[i - 7] + two | 0;
    }
    for (i = 0; i < 64; i += 1) {
      one = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25);
      mixed = s[7] + one + (s[4] & s[5] ^ ~s[4] & s[6]) + K[i] + w[i] | 0;
      two = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22);
      two = two + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]) | 0;
      s = [mixed + two | 0, s[0], s[1], s[2], s[3] + mixed | 0, s[4], s[5], s[6]];
    }
    return state.map(function (word, place) { return word + s[place] | 0; });
  }

  /** Return the digest of a text of plain letters, in hexadecimal. */
  function sha256(text) {
    var state = H, words, at, i, padded = text + "\x80";
    while (padded.length % 64 !== 56) padded += "\x00";
    for (at = 0; at < padded.length + 8; at += 64) {
      for (words = [], i = at; i < at + 64; i += 4) {
        words.push(padded.charCodeAt(i) << 24 | padded.charCodeAt(i + 1) << 16 | padded.charCodeAt(i + 2) << 8 |
          padded.charCodeAt(i + 3));
      }
      if (at + 64 > padded.length) {
        words[14] = Math.floor(text.length / 536870912);
        words[15] = text.length << 3;
      }
      state = block(state, words);
    }
    return state.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
  }

  // Questions and answers

  /** Return the question of that number among all combinations of the axes, the last name changing fastest. */
  function question(axes, number) {
    var inputs = {};
    Object.keys(axes).reverse().forEach(function (name) {
      var values = axes[name], value = values[number % values.length];
      number = Math.floor(number / values.length);
      if (value) inputs[name] = value;
    });
    return inputs;
  }

  function size(axes) {
    return Object.keys(axes).reduce(function (count, name) { return count * axes[name].length; }, 1);
  }

  /** Return an answer as one line of the certificate. */
  function line(inputs, day) {
    var answer, amounts = {};
    try {
      answer = window.PahamJamsostek.estimate(inputs, "", day);
    } catch (refused) {
      return "!" + refused.message.split("\n").map(function (text) { return text.split(":")[0]; })
        .filter(function (name, place, names) { return names.indexOf(name) === place; }).sort().join(",");
    }
    function add(key, shares) {
      Object.keys(shares).forEach(function (name) { amounts[key + "." + name] = shares[name]; });
    }
    Object.keys(answer.contributions).forEach(function (key) { add(key, answer.contributions[key]); });
    add("monthly", answer.monthly);
    add("benefit", answer.benefits);
    amounts.grand_total = answer.grand_total;
    amounts.benefit_total = answer.benefit_total;
    return Object.keys(amounts).sort().map(function (name) { return name + "=" + amounts[name]; }).join(",");
  }

  // The page

  function tell(name, values) {
    said.textContent = said.getAttribute("data-" + name).replace(/\{(\w+)\}/g, function (gap, key) {
      return values[key];
    });
  }

  function step() {
    var certificate = run.certificate, axes, end = run.lines.length + AT_ONCE;
    while (run.axes < certificate.questions.length && run.lines.length < end) {
      axes = certificate.questions[run.axes];
      run.lines.push(line(question(axes, run.number), certificate.as_of));
      run.number += 1;
      if (run.number === size(axes)) {
        run.axes += 1;
        run.number = 0;
      }
    }
    if (run.axes < certificate.questions.length) {
      tell("count", { done: run.lines.length, all: certificate.cases });
      return setTimeout(step, 0);
    }
    run.digest = sha256(run.lines.join("\n") + "\n");
    tell(run.digest === certificate.digest ? "same" : "other", { all: run.lines.length, digest: run.digest });
    box.hidden = false;
  }

  /** Ask for the certificate, then for the estimator; what does not come is said. */
  function start() {
    var asked = new XMLHttpRequest(), script = document.createElement("script");
    box.hidden = true;
    function failed() {
      tell("missing", {});
      box.hidden = false;
    }
    script.src = box.getAttribute("data-script");
    script.onerror = asked.onerror = failed;
    script.onload = step;
    asked.onload = function () {
      if (asked.status !== 200) return failed();
      run = { certificate: JSON.parse(asked.responseText), lines: [], axes: 0, number: 0 };
      if (window.PahamJamsostek) step();
      else document.body.appendChild(script);
    };
    asked.open("GET", box.getAttribute("data-certificate"));
    asked.send();
  }

  box.firstChild.onclick = start;
  box.hidden = false;
})();
