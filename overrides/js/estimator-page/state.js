/*
Shared ground of the estimator's pages: sentences, elements, and the state, which is the fragment of the address with
the names of the contract. One classic script in ES5, after the engine (guide/pages/estimator_page.py). A function that
needs one takes `page`, the context of one page, which `open` returns: {rules, tables, words, root, prefix, today}; in
a file of several languages there is one page each. Nothing is kept, sent or put into a page as HTML.
*/
var EstimatorPage = (function () {
  "use strict";
  var has = Estimator.has, each = Estimator.each, among = Estimator.among, copy = Estimator.copy;
  var EXTRA = ["compare", "budget", "payslip", "made", "partner"];
  var STOP = ["segment", "month", "income"];
  var LONGEST = 4000;

  /** Return the context of a page; ids of its elements begin with the prefix of `root`'s. */
  function open(rules, words, root) {
    return { rules: rules, tables: rules.inputs, words: words, root: root, prefix: root.id.replace(/\w*$/, ""),
      today: dayOf(root, new Date()) };
  }

  /** Return the day of the device, or that of the page if that is later. */
  function dayOf(root, device) {
    var built = root.dataset.today;
    device.setMinutes(device.getMinutes() - device.getTimezoneOffset());
    device = device.toISOString().slice(0, 10);
    return device > built ? device : built;
  }

  // Sentences

  function say(page, name, values) {
    return Estimator.say(page.words, has(page.words.sentences, name) ? name : "odd", values || {});
  }

  function money(page, value) {
    return say(page, "benefit", { benefit: "", amount: value }).replace(/^.*?(?=-?Rp)|\.$/g, "");
  }

  function upper(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function inWords(page, value) {
    return say(page, "words", { words: Estimator.numberWords(value, page.words.numbers) });
  }

  /** Return the names of the programs of a key such as `jht` or `jkk-jkm`. */
  function programNames(page, key) {
    return key.split("-").map(function (program) {
      return page.words.programs[program] + " (" + program.toUpperCase() + ")";
    }).join(" + ");
  }

  // Elements

  /** Make an element, such as `p.small`, with attributes and listeners; inside stand texts and elements. */
  function el(tag, values, inside) {
    var parts = tag.split(".");
    var element = document.createElement(parts[0]);
    if (parts[1]) element.className = parts[1];
    each(values, function (name, value) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    });
    return fill(element, inside);
  }

  /** Put these texts and elements into the holder, and nothing else; return it. */
  function fill(holder, inside) {
    holder.textContent = "";
    [].concat(inside).forEach(function (item) {
      if (item) holder.appendChild(item.nodeType ? item : document.createTextNode(item));
    });
    return holder;
  }

  /** Make a list of these texts and elements; `kind`: its class. */
  function lines(list, kind) {
    return el("ul", kind ? { "class": kind } : {}, list.map(function (line) {
      return el("li", {}, line);
    }));
  }

  /** Make an amount with its name; `range`: the two that it lies between, where an input is unknown. */
  function sum(page, name, value, tag, range) {
    return el(tag || "b", { "data-amount": name, "data-value": value, "data-range": range ? range.join(",") : false },
      range ? say(page, "between", { least: range[0], most: range[1] }) : money(page, value));
  }

  /** Return the address of a page or of one below it: on the site, in an unpacked archive, or a section of a file. */
  function address(href, name) {
    if (href.charAt(0) === "#") return href + (name ? "-" + name : "");
    return href + (name ? name + "/" : "") + (location.protocol === "file:" ? "index.html" : "");
  }

  // The state

  /** Read a fragment: {raw, told}. Whatever cannot be read is told and left out. */
  function parse(page, hash) {
    var state = { raw: {}, told: [] };
    var text = hash.replace(/^#/, "");
    if (text.indexOf("=") < 0) return state;
    text.slice(0, LONGEST).split("&").forEach(function (piece) {
      var at = piece.indexOf("="), name, value;
      if (!piece) return;
      try {
        name = decodeURIComponent(at < 0 ? piece : piece.slice(0, at));
        value = at < 0 ? "" : decodeURIComponent(piece.slice(at + 1).replace(/\+/g, " "));
      } catch (error) {
        return state.told.push({ name: "", sentence: "broken", values: {} });
      }
      if (!among(page.tables.names.concat(EXTRA), name)) state.told.push({ name: "", sentence: "unknown", bad: name });
      else if (value.replace(/\s/g, "")) state.raw[name] = value.slice(0, 200);
    });
    return state;
  }

  /** Return the fragment of a state; of none, in a file, that of the section. */
  function write(page, raw) {
    return "#" + (page.tables.names.concat(EXTRA).filter(function (name) {
      return has(raw, name) && raw[name] !== "";
    }).map(function (name) {
      return name + "=" + encodeURIComponent(raw[name]).replace(/%(2C|3D|3A)/g, decodeURIComponent);
    }).join("&") || page.prefix.replace(/--$/, ""));
  }

  /** Return the inputs of the estimator in a state, without what only pages know. */
  function inputsOf(page, raw) {
    var inputs = {};
    page.tables.names.forEach(function (name) {
      if (has(raw, name)) inputs[name] = raw[name];
    });
    return inputs;
  }

  /** Return the answer, or null; mistakes go to `mistakes`, and what need not stop the answer is left out. */
  function settle(page, raw, mistakes) {
    var inputs = inputsOf(page, raw), dropped, stop;
    function tell(mistake) {
      if (!mistakes.some(function (other) {
        return other.name + other.sentence === mistake.name + mistake.sentence;
      })) mistakes.push(mistake);
      if (has(inputs, mistake.name) && !among(STOP, mistake.name)) {
        delete inputs[mistake.name];
        dropped = true;
      } else stop = true;
    }
    do {
      dropped = stop = false;
      try {
        return Estimator.answer(page.rules, inputs, page.today);
      } catch (error) {
        (error.mistakes || [{ name: "", sentence: "too-large" }]).forEach(tell);
      }
    } while (dropped && !stop);
    return null;
  }

  /** Return the answer to a state, or null; mistakes are not told. */
  function quiet(page, raw) {
    return settle(page, raw, []);
  }

  /** Return which months must be paid before a benefit of an event is due, in sentences. */
  function conditions(page, raw) {
    var unpaid = raw.paid_months === undefined && quiet(page, copy(raw, { paid_months: "0" }));
    var names = {};
    (unpaid ? unpaid.notices : []).forEach(function (notice) {
      var months = notice.values.months;
      if (notice.id === "waiting") names[months] = (names[months] || []).concat(notice.values.benefit);
    });
    return Object.keys(names).map(function (months) {
      var benefits = names[months].map(function (name) { return page.words.benefits[name]; });
      return say(page, "waiting", { benefit: names[months][0], months: months })
        .replace(benefits[0], benefits.join(", "));
    });
  }

  return { open: open, say: say, money: money, upper: upper, inWords: inWords, programNames: programNames, el: el,
    fill: fill, lines: lines, sum: sum, address: address, parse: parse, write: write, inputsOf: inputsOf,
    settle: settle, quiet: quiet, conditions: conditions, EXTRA: EXTRA };
})();
