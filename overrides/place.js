/* The place in a page: a link to the same page in another language keeps it, and what is folded opens where a link leads. */
(function () {
  "use strict";
  function keep(event) {
    if (event.target.hreflang) event.target.hash = location.hash;
  }

  /** Browsers that do not open what is folded by themselves, and what is itself the place: a question, say. */
  function open() {
    var place, folded;
    try {
      place = folded = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) { }
    while (folded && folded.localName !== "details") folded = folded.parentElement;
    if (!folded || folded.open) return;
    folded.open = true;
    place.scrollIntoView();
  }

  addEventListener("mousedown", keep);
  addEventListener("click", keep);
  addEventListener("hashchange", open);
  open();
})();
