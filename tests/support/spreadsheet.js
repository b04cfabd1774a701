/* Works out the two formulas of overrides/examples/spreadsheet.txt: node spreadsheet.js FORMULA < table.csv
   IMPORTDATA is what the test's own CSV reader does here; the second formula is HyperFormula's. */
"use strict";
var HyperFormula = require("hyperformula").HyperFormula;
var rows = JSON.parse(require("fs").readFileSync(0, "utf8"));
var sheets = { data: rows, answer: [[process.argv[2]]] };
var book = HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3", maxColumns: 1000 });
console.log(JSON.stringify(book.getCellValue({ sheet: book.getSheetId("answer"), row: 0, col: 0 })));
