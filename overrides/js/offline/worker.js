/*
Pages that open without a network (guide/website/offline_pages.py fills in `kept`: edition and file). The file holds
all of them, each as the numbers of its parts, since pages share most of theirs. The network is always asked first, so
that a new build shows at once; what is kept answers when it is silent. Nothing of the visitor's is kept but the page
of the occupation that was opened last. A new build waits while the line is paid by the byte (Save-Data) or slow (2g).
ES5.
*/
(function (scope, kept) {
  "use strict";
  var family = "jamsostek-" + kept.folder + "-", own = family + kept.edition, home = scope.registration.scope;
  var occupation = /^pekerjaan\/[a-z0-9.-]+\/$/;

  function drop(name) {
    return caches.delete(name);
  }

  function older(name) {
    return name.indexOf(family) === 0 && name !== own;
  }

  function addressOf(one) {
    return one.url.split("#")[0];
  }

  function isOccupation(address) {
    return address.indexOf(home) === 0 && occupation.test(address.slice(home.length));
  }

  /* What is kept at an address, whatever stands behind its question mark. */
  function held(request) {
    return caches.open(own).then(function (cache) { return cache.match(request, {ignoreSearch: true}); });
  }

  /* Keeps the page of an occupation in the place of the one before. */
  function keep(address, response) {
    return caches.open(own).then(function (cache) {
      return cache.keys().then(function (all) {
        return Promise.all(all.map(addressOf).filter(function (other) {
          return isOccupation(other) && other !== address;
        }).map(function (other) { return cache.delete(other); }));
      }).then(function () { return cache.put(address, response); });
    });
  }

  function answer(request) {
    return fetch(request).then(function (response) {
      if (response.ok && isOccupation(addressOf(request))) keep(addressOf(request), response.clone());
      return response;
    }, function (error) {
      return held(request).then(function (found) {
        if (found) return found;
        if (request.mode === "navigate") return Response.redirect(home);
        throw error;
      });
    });
  }

  // What a build brings along

  /* Puts every page and script of the file into the cache, under the policy that the file came with. */
  function fill(cache, came) {
    var policy = came.headers.get("Content-Security-Policy") || "";
    if (!came.ok) throw new Error(came.status);
    return came.json().then(function (all) {
      return Promise.all(Object.keys(all.files).map(function (path) {
        var text = all.files[path].map(function (number) { return all.parts[number]; }).join("");
        var type = (/\.js$/.test(path) ? "text/javascript" : "text/html") + "; charset=utf-8";
        return cache.put(new URL(path, home).href, new Response(text, {headers:
          {"Content-Type": type, "Content-Security-Policy": policy}}));
      }));
    });
  }

  /* The occupation whose page is open, or was kept of the build before. */
  function chosen() {
    return Promise.all([
      scope.clients.matchAll({includeUncontrolled: true, type: "window"}),
      caches.keys().then(function (names) {
        return Promise.all(names.filter(older).map(function (name) {
          return caches.open(name).then(function (cache) { return cache.keys(); });
        }));
      })
    ]).then(function (both) {
      return [].concat.apply(both[0], both[1]).map(addressOf).filter(isOccupation)[0];
    });
  }

  function keepChosen() {
    return chosen().then(function (address) {
      return address && fetch(address).then(function (came) { return came.ok && keep(address, came); });
    }).then(null, function () { return null; });
  }

  function bring() {
    var line = scope.navigator.connection || {};
    if (line.saveData || /2g/.test(line.effectiveType)) throw new Error("not on this line");
    return caches.open(own).then(function (cache) {
      return fetch(home + kept.file).then(function (came) { return fill(cache, came); });
    }).then(keepChosen);
  }

  scope.addEventListener("install", function (event) {
    scope.skipWaiting();
    event.waitUntil(Promise.resolve().then(bring));
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
