/* The sheet of a source, which is CSS alone: closing it goes back to the amount that opened it. ES5. */
(function () {
  "use strict";
  var opener, depth = 0;

  /** Count the sheets opened one from the other; closing goes back over them, so that "back" does not open them. */
  function sheet(event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    var to = link && link.getAttribute("href");
    if (/^#f-/.test(to)) {
      if (!depth++) opener = link;
    } else if (to === "#tutup" && depth) {
      event.preventDefault();
      history.go(-depth);
    }
  }

  /** Give the focus back where it was before the sheet. */
  function closed() {
    if (!depth || /^#f-/.test(location.hash)) return;
    depth = 0;
    opener.focus({ preventScroll: true });
  }

  addEventListener("click", sheet);
  addEventListener("hashchange", closed);
})();
