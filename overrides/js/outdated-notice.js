/* Old by itself: what says so is shown when the clock of this device has reached the day to check again. */
(function () {
  "use strict";
  [].forEach.call(document.querySelectorAll("[data-old]"), function (note) {
    if (new Date() >= new Date(note.getAttribute("data-old"))) note.hidden = false;
  });
})();
