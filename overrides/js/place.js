/*
The place in a page: a link to the same page in another language keeps it, one to a report names the figure that stands
open, and what is folded opens where a link leads.
*/
(function () {
  "use strict";
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

  addEventListener("mousedown", keep);
  addEventListener("click", keep);
  addEventListener("hashchange", open);
  open();
})();
