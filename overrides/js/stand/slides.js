/*
Slides one at a time: arrow keys, space bar, page keys or a tap turn them. Without a script all stand below each other.
*/
(function () {
  "use strict";
  var STEPS = { 39: 1, 40: 1, 34: 1, 32: 1, 13: 1, 37: -1, 38: -1, 33: -1, 8: -1 };
  var slides = [].slice.call(document.querySelectorAll(".slide")), at = 0;

  function show(number) {
    at = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach(function (slide, index) {
      slide.setAttribute("data-shown", index === at ? "yes" : "no");
    });
    window.scrollTo(0, 0);
  }

  document.documentElement.className = "paged";
  document.addEventListener("keydown", function (event) {
    var step = STEPS[event.keyCode];
    if (event.keyCode === 36) step = -slides.length;
    if (event.keyCode === 35) step = slides.length;
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    show(at + step);
  });
  document.addEventListener("click", function (event) {
    show(at + (event.clientX < window.innerWidth / 4 ? -1 : 1));
  });
  show(0);
})();
