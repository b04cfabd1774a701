/* Answers lists as the page does, in Node: a line of JSON in ({data, rules, words, today, files: [{base64, settings}]}),
   a line out for each file: {error} or {rows, asked, people, wrong, total, left}. */
"use strict";
var fs = require("fs"), vm = require("vm"), path = require("path");
global.window = global;
global.FileReader = function () {};
global.FileReader.prototype.readAsArrayBuffer = function (blob) {
  var reader = this;
  blob.arrayBuffer().then(function (bytes) {
    reader.result = bytes;
    reader.onload();
  });
};
["js/estimator/engine.js", "js/estimator/messages.js", "js/estimator/compare.js", "js/estimator/reverse.js", "js/member-list/rules.js", "js/member-list/files.js", "js/member-list/answers.js"].forEach(function (name) {
  vm.runInThisContext(fs.readFileSync(path.join(__dirname, "..", "..", "overrides", name), "utf8"), name);
});
var asked = JSON.parse(fs.readFileSync(0, "utf8"));
var list = MemberList.open(asked.rules, asked.data, asked.today, function (mistake) {
  return Estimator.say(asked.words, mistake.sentence, mistake.values);
});
(function step() {
  var one = asked.files.shift();
  if (!one) return;
  MemberList.read(list, new Blob([Buffer.from(one.base64, "base64")]), one.settings, {
    progress: function () {},
    fail: function (error) {
      console.log(JSON.stringify({ error: error.mistakes[0].sentence }));
      step();
    },
    done: function (result) {
      var text = "";
      MemberList.csvOf(list, result, function (piece) { text += piece; }, function () {
        var out = { csv: text, people: result.people, wrong: result.wrong, total: result.total, left: result.leftOut, missing: Object.keys(result.missing || {}),
          unclear: result.header.unclear.map(function (one) { return one.sentence; }) };
        if (!one.file || result.header.unclear.length) {
          console.log(JSON.stringify(out));
          return step();
        }
        MemberList.fileOf(list, result, function (blob) {
          blob.arrayBuffer().then(function (bytes) {
            out.file = Buffer.from(bytes).toString("base64");
            console.log(JSON.stringify(out));
            step();
          });
        });
      });
    }
  });
})();
