/*
The place in a page: a link to the same page in another language keeps it, and what is folded opens where a link leads.
*/
(function () {
  "use strict";
  function keep(event) {
    if (event.target.hreflang) event.target.hash = location.hash;
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
