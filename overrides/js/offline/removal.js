/* The site keeps no pages any more: whatever an earlier worker kept is taken away, and this one too. */
(function (scope, kept) {
  "use strict";
  scope.addEventListener("install", function () { scope.skipWaiting(); });
  scope.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) {
        return name.indexOf("jamsostek-" + kept.folder + "-") === 0;
      }).map(function (name) { return caches.delete(name); }));
    }).then(function () { return scope.registration.unregister(); }));
  });
})(self, kept);
