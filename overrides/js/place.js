/*
The place in a page: a link to the same page in another language keeps it, one to a report names the figure that stands
open, what is folded opens where a link leads, and the sheet of a source goes back to the amount that opened it.
*/
(function () {
  "use strict";
  var opener, depth = 0;

  function keep(event) {
    var link = event.target, about = link.hash;
    if (link.hreflang) link.hash = location.hash;
    if (/^#halaman=/.test(about) && /^#f-/.test(location.hash))
      link.hash = about.split("&")[0] + "&angka=" + location.hash.slice(3);
  }

  /** For browsers that open nothing by themselves, and for what is itself the place: a question, say. */
  function open() {
    var place = document.getElementById(location.hash.slice(1));
    var folded = place && place.closest("details");
    if (!folded || folded.open) return;
    folded.open = true;
    place.scrollIntoView();
  }

  /** Counts the sheets opened one from the other; closing goes back over them, so that "back" does not open them. */
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

  /** Gives the focus back where it was before the sheet. */
  function closed() {
    if (!depth || /^#f-/.test(location.hash)) return;
    depth = 0;
    opener.focus({ preventScroll: true });
  }

  addEventListener("mousedown", keep);
  addEventListener("click", keep);
  addEventListener("click", sheet);
  addEventListener("hashchange", closed);
  addEventListener("hashchange", open);
  open();
})();
