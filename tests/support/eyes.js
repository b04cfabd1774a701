/* What the tests look at inside a page: each function answers with a list of what is wrong (or what was asked for). */
window.eyes = (function () {
  "use strict";
  var TARGETS = "a[href],button,summary,input:not([type=hidden]),select,textarea,[tabindex='0']";

  function name(node) {
    var element = node.nodeType === 1 ? node : node.parentElement;
    var said = (node.textContent || element.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    return element.tagName.toLowerCase() + (element.className && element.className.trim ? "." + element.className.trim().replace(/\s+/g, ".") : "") + " “" + said.slice(0, 40) + "”";
  }

  function seen(element) {
    if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) { return false; }
    var box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0;
  }

  function texts() {
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [], node;
    while ((node = walker.nextNode())) {
      if (/\S/.test(node.data) && !/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|TITLE|DESC|OPTION)$/i.test(node.parentElement.tagName) && seen(node.parentElement) && !node.parentElement.closest(".skip")) {
        found.push(node);
      }
    }
    return found;
  }

  function colour(text) {
    var parts = text.match(/[\d.]+/g).map(Number);
    return { r: parts[0], g: parts[1], b: parts[2], a: parts.length > 3 ? parts[3] : 1 };
  }

  function light(c) {
    var values = [c.r, c.g, c.b].map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
    return 0.2126 * values[0] + 0.7152 * values[1] + 0.0722 * values[2];
  }

  function ratio(one, other) {
    var a = light(one), b = light(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  function ground(element) {
    for (; element; element = element.parentElement) {
      var found = colour(getComputedStyle(element).backgroundColor);
      if (found.a > 0.99) { return found; }
    }
    return { r: 255, g: 255, b: 255, a: 1 };
  }

  function block(element) {
    while (/^(inline|contents)/.test(getComputedStyle(element).display) && element.parentElement) { element = element.parentElement; }
    return element;
  }

  /* A link inside a sentence: it is drawn in the line, and its paragraph has words outside of links. */
  function running(element) {
    if (!/^inline/.test(getComputedStyle(element).display)) { return false; }
    var holder = block(element.parentElement), copy = holder.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll("a,button,summary"), function (inner) { inner.remove(); });
    return /[\p{L}\d]/u.test(copy.textContent);
  }

  function targets() {
    return Array.prototype.filter.call(document.querySelectorAll(TARGETS), function (element) {
      return seen(element) && !element.disabled && !element.closest(".skip") && !running(element);
    }).map(function (element) {
      var label = /^(checkbox|radio)$/.test(element.type) ? element.closest("label") || (element.labels && element.labels[0]) : null;
      return label || element;
    });
  }

  return {
    open: function () {
      Array.prototype.forEach.call(document.querySelectorAll("details"), function (details) { details.open = true; });
    },
    wide: function () {
      var root = document.documentElement;
      return root.scrollWidth > root.clientWidth ? Array.prototype.filter.call(document.querySelectorAll("body *"), function (element) {
        return seen(element) && element.getBoundingClientRect().right > root.clientWidth + 0.5;
      }).slice(0, 3).map(name).concat([root.scrollWidth + " px of " + root.clientWidth]) : [];
    },
    clipped: function () {
      return Array.prototype.filter.call(document.querySelectorAll("body *"), function (element) {
        var style = getComputedStyle(element);
        return seen(element) && /hidden|clip/.test(style.overflowX + style.overflowY) && !element.closest("svg,input,select,textarea") &&
          (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
      }).map(name);
    },
    torn: function () {
      var range = document.createRange();
      return texts().filter(function (node) {
        return Array.from(node.data.matchAll(/Rp[\d.,]*\d/g)).some(function (amount) {
          range.setStart(node, amount.index);
          range.setEnd(node, amount.index + amount[0].length);
          return new Set(Array.from(range.getClientRects(), function (box) { return Math.round(box.top); })).size > 1;
        });
      }).map(name);
    },
    astray: function () {
      function box(which) { return document.querySelector(which).getBoundingClientRect(); }
      var column = box("article"), foot = box(".foot"), kept = "table,.card,.fold,.box,.cards > li,.picks > li,.leads > li";
      var wrong = Array.prototype.filter.call(document.querySelectorAll(kept), function (element) {
        return element.closest("article") && element.getBoundingClientRect().right > column.right + 1;
      }).map(name);
      if (Math.abs(box(".top .name").left - column.left) > 1) { wrong.push("the name above"); }
      if (innerWidth >= 1024 && (foot.left < column.right || foot.top > column.top + 99)) { wrong.push("the foot"); }
      return wrong;
    },
    pale: function (least) {
      return texts().filter(function (node) { return !node.parentElement.closest("svg[aria-hidden]"); }).map(function (node) {
        var element = node.parentElement, style = getComputedStyle(element);
        var ink = element.closest("svg") && style.fill !== "none" ? style.fill : style.color;
        return [ratio(colour(ink), ground(element)), name(node)];
      }).filter(function (found) { return found[0] < least; }).map(function (found) { return found[0].toFixed(2) + " " + found[1]; });
    },
    tiny: function (least) {
      return texts().map(function (node) {
        var element = node.parentElement, svg = element.closest("svg"), scale = svg ? element.getScreenCTM().a : 1;
        return [parseFloat(getComputedStyle(element).fontSize) * scale, name(node)];
      }).filter(function (found) { return found[0] < least - 0.05; }).map(function (found) { return found[0].toFixed(1) + " px " + found[1]; });
    },
    small: function (least, apart) {
      var found = targets(), boxes = found.map(function (element) { return element.getBoundingClientRect(); }), wrong = [];
      found.forEach(function (element, i) {
        var a = boxes[i];
        if (a.width < least - 0.5 || a.height < least - 0.5) { wrong.push(Math.round(a.width) + "×" + Math.round(a.height) + " " + name(element)); }
        for (var j = i + 1; j < found.length; j++) {
          var b = boxes[j], x = Math.max(a.left - b.right, b.left - a.right), y = Math.max(a.top - b.bottom, b.top - a.bottom);
          if (Math.max(x, y) < apart - 0.5 && found[i] !== found[j] && !element.contains(found[j]) && !found[j].contains(element)) {
            wrong.push(Math.max(x, y).toFixed(1) + " px between " + name(element) + " and " + name(found[j]));
          }
        }
      });
      return wrong;
    },
    long: function (most) {
      var lines = new Map(), range = document.createRange(), wrong = [];
      texts().forEach(function (node) {
        if (node.parentElement.closest("svg,code,pre")) { return; }
        var holder = block(node.parentElement), words = /\S+/g, word;
        if (!lines.has(holder)) { lines.set(holder, {}); }
        while ((word = words.exec(node.data))) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          var key = Math.round(range.getBoundingClientRect().bottom / 6);
          lines.get(holder)[key] = (lines.get(holder)[key] ? lines.get(holder)[key] + " " : "") + word[0];
        }
      });
      lines.forEach(function (held) {
        Object.keys(held).forEach(function (key) { if (held[key].length > most && held[key].indexOf(" ") > 0) { wrong.push(held[key].length + ": " + held[key]); } });
      });
      return wrong;
    },
    words: function () {
      return texts().map(function (node) { return node.data.trim().replace(/\s+/g, " "); });
    },
    /* Links and buttons that nothing but their colour would tell from text. */
    plain: function () {
      return targets().filter(function (element) {
        var style = getComputedStyle(element), lined = /underline/.test(style.textDecorationLine) || element.querySelector("b,u,span");
        return !/^(SUMMARY|PRE)$/.test(element.tagName) && !lined && !(parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none") && !element.closest("header,.menu") && !element.hasAttribute("aria-current");
      }).map(name);
    },
    focus: function () {
      var element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element), wrong = [];
      if (element === document.body) { return null; }
      var line = element.getClientRects()[0], middle = Math.min(line.top + line.height / 2, innerHeight - 1);
      var over = document.elementFromPoint(line.left + Math.min(line.width / 2, 20), middle);
      if (box.top < -1 || box.top > innerHeight) { wrong.push("out of sight " + name(element)); }
      if (!over || !(element.contains(over) || over.contains(element))) { wrong.push("covered " + name(element)); }
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) { wrong.push("no outline " + name(element)); }
      else if (ratio(colour(style.outlineColor), ground(element.parentElement)) < 3) { wrong.push("pale outline " + name(element)); }
      return { wrong: wrong, name: name(element), href: element.getAttribute("href"), menu: !!element.closest("nav"), summary: element.tagName === "SUMMARY" };
    }
  };
})();
