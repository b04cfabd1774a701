/*
Asks the browser to keep the pages of bad days, the estimator and search: when the page is read and the line is
neither paid by the byte (Save-Data) nor slow (2g). Says on the page since which build they are kept. Nothing of the
visitor's is kept. ES5.
*/
(function () {
  "use strict";
  var home = document.querySelector("a.name"), worker = navigator.serviceWorker, line = navigator.connection || {};
  var note = document.getElementById("kept");
  if (!home || !worker || !window.isSecureContext || !/^https?:$/.test(location.protocol)) return;
  if (note && worker.controller) note.hidden = false;
  if (line.saveData || /2g/.test(line.effectiveType)) return;
  function ask() {
    worker.register(home.href.split("#")[0] + "sw.js");
  }
  if (window.requestIdleCallback) requestIdleCallback(ask);
  else setTimeout(ask, 3000);
})();
