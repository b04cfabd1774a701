/*
Pages that open without a network (guide/website/offline_pages.py fills in `kept`: the edition, and the files). The
network is always asked first, so that a new build shows at once; what is kept answers when it is silent. Nothing of
the visitor's is kept but the page of the occupation that was opened, and search where it was used.
*/
(function (scope, kept) {
  "use strict";
  var family = "jamsostek-" + kept.folder + "-", own = family + kept.edition;
  var opened = /^(pekerjaan\/[a-z0-9.-]+\/|cari\/|cari-[a-z0-9-]+\.js)$/;

  function drop(name) {
    return caches.delete(name);
  }

  function older(name) {
    return name.indexOf(family) === 0 && name !== own;
  }

  /* What is kept at an address, whatever stands behind its question mark. */
  function held(request) {
    return caches.open(own).then(function (cache) { return cache.match(request, {ignoreSearch: true}); });
  }

  function answer(request) {
    var path = request.url.slice(scope.registration.scope.length).split("#")[0];
    return fetch(request).then(function (response) {
      if (response.ok && opened.test(path)) {
        var copy = response.clone();
        caches.open(own).then(function (cache) { return cache.put(scope.registration.scope + path, copy); });
      }
      return response;
    }, function (error) {
      return held(request).then(function (found) {
        if (found) return found;
        if (request.mode === "navigate") return Response.redirect(scope.registration.scope);
        throw error;
      });
    });
  }

  scope.addEventListener("install", function (event) {
    scope.skipWaiting();
    event.waitUntil(caches.open(own).then(function (cache) {
      return cache.addAll(kept.files.map(function (file) { return new Request(file, {cache: "reload"}); }));
    }));
  });
  scope.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.filter(older).map(drop));
    }).then(function () { return scope.clients.claim(); }));
  });
  scope.addEventListener("fetch", function (event) {
    var request = event.request, ours = request.url.indexOf(scope.location.origin + "/") === 0;
    if (request.method === "GET" && ours && !/\/sematan\//.test(request.url)) event.respondWith(answer(request));
  });
})(self, kept);
