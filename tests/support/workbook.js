/* Works out a workbook with HyperFormula: node workbook.js < sheets.json
   In come cells by sheet, as values and formulas; out go all values by sheet. */
"use strict";
var HyperFormula = require("hyperformula").HyperFormula;
var sheets = JSON.parse(require("fs").readFileSync(0, "utf8"));
// Spreadsheets count days from 1899-12-30, know FALSE as a word, and count ranges as lists wherever they stand.
var usual = { licenseKey: "gpl-v3", useArrayArithmetic: true, nullDate: { year: 1899, month: 12, day: 30 } };
var book = HyperFormula.buildFromSheets(sheets, usual, [{ name: "FALSE", expression: "=1=0" }]);
console.log(JSON.stringify(book.getAllSheetsValues()));
