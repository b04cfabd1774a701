/*
What is handed on from a list of members: a message with a link for one of them, and a list to sign on paper. One
classic script in ES5, after js/member-list/answers.js and before page.js, whose `page` and `result` hold here as well.
Of a person, the link says the income band, the month and what else decides the amount; never a name.
*/
var MemberHandOn = (function (Page) {
  "use strict";
  var el = Page.el, say = Page.say, textOf = MemberRules.textOf;
  var SAID = ["segment", "programs", "sector", "payer"];
  var MOST = 2000;

  /** Return the link to the amount of a member who works alone: of the income, what its band counts as. */
  function link(page, question) {
    var steps = Estimator.answer(page.rules, question, page.today).steps;
    var place = page.root.dataset, said = SAID.filter(function (name) { return question[name]; });
    return (place.address || place.estimator) + "#" + said.map(function (name) {
      return name + "=" + encodeURIComponent(question[name]);
    }).concat("month=" + month(page, question), "income=" + steps[0].base).join("&");
  }

  function month(page, question) {
    return question.month || page.today.slice(0, 7);
  }

  /** Return whether an answer is paid once, not by the month. */
  function isOnce(answer) {
    return answer.question.segment === "pmi" || answer.question.segment === "jakon";
  }

  /** Return what a member can be told: the amount of the month, without the income. */
  function message(page, answer) {
    return say(page, isOnce(answer) ? "list-told-once" : "list-told", { month: month(page, answer.question),
      amount: Page.money(page, answer.monthly) });
  }

  /** Return the message of a member, ready to be sent; a link only where the law knows bands of income. */
  function told(page, answer) {
    var text = message(page, answer), banded = answer.question.segment === "bpu";
    var at = banded ? link(page, answer.question) : "", sent = /^https?:/.test(at) ? text + "\n" + at : text;
    return el("div.box", {}, [el("p", {}, text),
      banded ? el("p", {}, el("a", { href: at }, say(page, "list-open"))) : "",
      banded ? el("p.small", {}, say(page, "list-seen")) : "",
      el("p", {}, el("a.solo", { href: "https://wa.me/?text=" + encodeURIComponent(sent) }, say(page, "list-send")))]);
  }

  /** Return the button that shows the message of a row below it. */
  function opener(page, answer, holder) {
    return el("button", { type: "button", "class": "plain off", click: function () {
      Page.fill(holder, told(page, answer));
    } }, say(page, "list-message"));
  }

  /** Return the list on which every member signs, and below it who pays. */
  function sheet(page, result) {
    var name = MemberRules.ofRole(result.header, "name"), rows = [], left = 0;
    var pledges = { "list-pledge": { count: 0, amount: 0 }, "list-pledge-once": { count: 0, amount: 0 } };
    result.rows.forEach(function (cells, at) {
      var answer = result.answers[at], pledge, who;
      if (!answer || answer.error) return;
      pledge = pledges[isOnce(answer) ? "list-pledge-once" : "list-pledge"];
      pledge.count += answer.people;
      pledge.amount += answer.monthly * answer.people;
      who = name && name.place < cells.length ? textOf(cells[name.place]) : "";
      if (rows.length >= MOST) left++;
      else rows.push(Page.row([rows.length + 1 + ". " + who, Page.money(page, answer.monthly), ""]));
    });
    return [el("table", {}, [el("thead", {}, Page.row([say(page, "name"), say(page, "amount"),
      say(page, "list-signature")], "th")), el("tbody", {}, rows)]),
    left && el("p", {}, say(page, "list-left", { count: left }))].concat(pledged(page, pledges),
      el("p", {}, say(page, "giver") + ": ____________________"),
      el("p", {}, say(page, "receiver") + ": ____________________"),
      el("p.small", {}, say(page, "not-official", { day: page.today })));
  }

  /** Return what is paid in all, by the month and once, as far as anybody is paid for so. */
  function pledged(page, pledges) {
    return Object.keys(pledges).filter(function (how) { return pledges[how].count; }).map(function (how) {
      return el("p", {}, say(page, how, pledges[how]));
    });
  }

  return { opener: opener, sheet: sheet, link: link, message: message };
})(EstimatorPage);
