/*
A button to hear the page, where this device itself has a voice for its language; the reader is loaded when it is asked
for.
*/
(function () {
  "use strict";
  var me = document.querySelector("script[data-more]"), speech = window.speechSynthesis;
  var place = document.querySelector("#isi>.next");
  var same = { "in": "id", ind: "id", eng: "en" };

  function short(tag) {
    tag = String(tag).toLowerCase().split(/[-_]/)[0];
    return same[tag] || tag;
  }

  /** The first voice of this device for the language of the page. */
  function voice() {
    return speech.getVoices().filter(function (one) {
      return one.localService && short(one.lang) === short(document.documentElement.lang);
    })[0];
  }

  function load() {
    var asked = document.createElement("script");
    this.removeEventListener("click", load);
    asked.src = me.getAttribute("data-more");
    document.body.appendChild(asked);
  }

  function show() {
    var button = document.createElement("button"), line = document.createElement("p");
    if (!voice() || document.getElementById("listen")) return;
    while (place.nextElementSibling && place.nextElementSibling.className === "next") place = place.nextElementSibling;
    button.id = "listen";
    button.textContent = me.getAttribute("data-words");
    button.addEventListener("click", load);
    line.appendChild(button);
    place.parentNode.insertBefore(line, place.nextSibling);
  }

  if (!speech || !me || !place) return;
  show();
  speech.onvoiceschanged = show;
  window.listenVoice = voice;
})();
