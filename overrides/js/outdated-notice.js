/* Old by itself: what says so is shown when the clock of this device has reached the day to check again. */
(function () {
  "use strict";
  [].forEach.call(document.querySelectorAll("[data-old]"), function (note) {
    var words = note.getAttribute("data-says");
    if (new Date() < new Date(note.getAttribute("data-old"))) return;
    if (words) note.textContent = words;
    note.hidden = false;
  });
})();
