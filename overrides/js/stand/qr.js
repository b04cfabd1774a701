/*
A QR code of a short text, drawn on the device: bytes, level L, versions 1 to 4 (78 bytes), mask 0.
`LaptopCode.path(text)` gives the dark modules as a path, `.size(text)` the modules of a side.
*/
var LaptopCode = (function () {
  "use strict";
  var DATA = [19, 34, 55, 80], CHECK = [7, 10, 15, 20], FORMAT = "111011111000100";

  function times(a, b) {
    var product = 0;
    for (; b; b >>= 1, a = a << 1 ^ (a & 128 ? 285 : 0)) if (b & 1) product ^= a;
    return product;
  }

  /* The check bytes of Reed and Solomon behind the data. */
  function checks(data, count) {
    var generator = [1], root = 1, rest = data.slice(), i, j;
    for (i = 0; i < count; i++) {
      generator.push(0);
      for (j = i + 1; j > 0; j--) generator[j] ^= times(generator[j - 1], root);
      root = times(root, 2);
    }
    for (i = 0; i < count; i++) rest.push(0);
    for (i = 0; i < data.length; i++) {
      for (j = 1; j <= count; j++) rest[i + j] ^= times(generator[j], rest[i]);
    }
    return rest.slice(data.length);
  }

  function bitsOf(text, version) {
    var bytes = [64 | text.length >> 4], i, bits = "";
    for (i = 0; i < text.length; i++) {
      bytes.push((i ? text.charCodeAt(i - 1) : text.length) << 4 & 240 | text.charCodeAt(i) >> 4);
    }
    bytes.push(text.charCodeAt(i - 1) << 4 & 240);
    for (i = 0; bytes.length < DATA[version]; i++) bytes.push(i % 2 ? 17 : 236);
    bytes.concat(checks(bytes, CHECK[version])).forEach(function (byte) {
      bits += ("0000000" + byte.toString(2)).slice(-8);
    });
    return bits;
  }

  function square(grid, row, column, side, dark) {
    for (var r = 0; r < side; r++) {
      for (var c = column; c < column + side; c++) {
        if (grid[row + r] && grid[0].length > c && c >= 0) grid[row + r][c] = dark;
      }
    }
  }

  function finder(grid, row, column) {
    square(grid, row - 1, column - 1, 9, 0);
    square(grid, row, column, 7, 1);
    square(grid, row + 1, column + 1, 5, 0);
    square(grid, row + 2, column + 2, 3, 1);
  }

  /* The fixed patterns; what is free for data stays undefined. */
  function frame(version) {
    var size = 21 + 4 * version, grid = [], i;
    for (i = 0; i < size; i++) grid.push(new Array(size));
    for (i = 0; i < size; i++) grid[6][i] = grid[i][6] = 1 - i % 2;
    finder(grid, 0, 0);
    finder(grid, 0, size - 7);
    finder(grid, size - 7, 0);
    if (version) {
      square(grid, size - 9, size - 9, 5, 1);
      square(grid, size - 8, size - 8, 3, 0);
      grid[size - 7][size - 7] = 1;
    }
    for (i = 0; i < 15; i++) {
      grid[i < 8 ? 8 : i < 9 ? 7 : 14 - i][i < 6 ? i : i < 7 ? 7 : 8] = +FORMAT.charAt(i);
      grid[i < 7 ? size - 1 - i : 8][i < 7 ? 8 : size - 15 + i] = +FORMAT.charAt(i);
    }
    grid[size - 8][8] = 1;
    return grid;
  }

  function fill(grid, bits) {
    var size = grid.length, at = 0, up = true;
    for (var column = size - 1; column > 0; column -= 2, up = !up) {
      if (column === 6) column = 5;
      for (var i = 0; i < size; i++) {
        for (var c = column; c > column - 2; c--) {
          var row = up ? size - 1 - i : i;
          if (grid[row][c] === undefined) grid[row][c] = (bits.charAt(at++) === "1") !== ((row + c) % 2 === 0) ? 1 : 0;
        }
      }
    }
    return grid;
  }

  function grid(text) {
    for (var version = 0; version < 3 && text.length > DATA[version] - 2;) version++;
    return fill(frame(version), bitsOf(text, version));
  }

  return {
    size: function (text) { return grid(text).length; },
    path: function (text) {
      return grid(text).map(function (row, r) {
        return row.map(function (dark, c) { return dark ? "M" + c + " " + r + "h1v1h-1z" : ""; }).join("");
      }).join("");
    }
  };
})();
