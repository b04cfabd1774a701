var API = "https://example.org/api/v1";

fetch(API + "/partners.json")
  .then(function (answer) { return answer.json(); })
  .then(function (table) {
    table.items.forEach(function (partner) {
      console.log(partner.id, partner.name.en, partner.as_of);
    });
  });
