/*
Asks the browser to keep the pages of bad days, the estimator and search: when the page is read and the line is
neither paid by the byte (Save-Data) nor slow (2g). Says on the page since which build they are kept. Nothing of the
visitor's is kept. A page that did not come safely (isSecureContext) or is a file has no worker. ES5.
*/
(function () {
  "use strict";
  var worker = /^http/.test(location) && navigator.serviceWorker, line = navigator.connection || {};
  var note = document.getElementById("kept");
  if (!worker) return;
  if (note) note.hidden = !worker.controller;
  if (!line.saveData && !/2g/.test(line.effectiveType)) (window.requestIdleCallback || setTimeout)(function () {
    worker.register(document.querySelector("a.name").href + "sw.js");
  });
})();
