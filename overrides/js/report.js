/*
A report of a wrong number, filled in on the device: page and figure come from the link that led here
(`#halaman=biaya/&angka=schedules.bpu-jkk@2015-07-01`), the rest from what is typed. Nothing is sent and nothing is
kept. ES5.
*/
(function () {
  "use strict";
  var form = document.getElementById("report"), shown = document.getElementById("report-text");
  var copy = document.getElementById("report-copy"), said = document.getElementById("report-said");
  var links = [].slice.call(document.querySelectorAll("[data-send]"));
  if (!form || !shown) return;

  /* Sixteen digits are a NIK, which nobody needs to send. */
  function safe(text) {
    return text.replace(/\d(?:[ .\-]?\d){15}/g, form.getAttribute("data-removed"));
  }

  function message() {
    return form.getAttribute("data-message").replace(/\{(\w+)\}/g, function (gap, name) {
      return safe(form.elements[name].value.trim()) || "\u2026";
    });
  }

  function show() {
    var text = message();
    shown.textContent = text;
    said.textContent = "";
    links.forEach(function (link) { link.href = link.getAttribute("data-send") + encodeURIComponent(text); });
  }

  function part(name) {
    var found = new RegExp("[#&]" + name + "=([^&]*)").exec(location.hash);
    try {
      return found ? decodeURIComponent(found[1]) : "";
    } catch (error) {
      return "";
    }
  }

  function fill() {
    if (part("halaman") || part("angka")) {
      form.elements.page.value = part("halaman");
      form.elements.figure.value = part("angka");
    }
    show();
  }

  copy.firstChild.onclick = function () {
    var range = document.createRange(), chosen = getSelection();
    range.selectNodeContents(shown);
    chosen.removeAllRanges();
    chosen.addRange(range);
    if (document.execCommand("copy")) said.textContent = said.getAttribute("data-words");
  };
  form.onsubmit = function () { return false; };
  form.addEventListener("input", show);
  addEventListener("hashchange", fill);
  form.hidden = copy.hidden = false;
  fill();
})();
