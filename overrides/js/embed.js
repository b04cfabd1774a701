/* For partners: makes the frame with the estimator as high as what it holds. Nothing else is read. */
(function () {
  "use strict";
  window.addEventListener("message", function (event) {
    var frames = document.getElementsByTagName("iframe");
    var high = event.data && event.data.jamsostek;
    for (var i = 0; i < frames.length; i++) {
      if (high > 0 && high < 50000 && frames[i].contentWindow === event.source) frames[i].style.height = high + "px";
    }
  });
})();
