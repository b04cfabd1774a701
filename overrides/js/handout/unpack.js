/*
The data of a file (guide/handouts/compressed_json.py): JSON, deflated (RFC 1951), as letters that stand for numbers
below 85. ES5, since old engines cannot inflate by themselves. `flow`: {bytes, at: the next one, held: bits that were
read of it, many: how many}.
*/
var unpack = (function () {
  "use strict";
  var LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  var PIECE = 8192, END = 256, MOST = 285;

  function bytesOf(text) {
    var bytes = [], i, j, value;
    for (i = 0; i < text.length; i += 5) {
      for (value = j = 0; j < 5; j++) value = value * 85 + LETTERS.indexOf(text.charAt(i + j));
      bytes.push(value >>> 24, value >> 16 & 255, value >> 8 & 255, value & 255);
    }
    return bytes;
  }

  function bits(flow, many) {
    var value;
    while (flow.many < many) {
      flow.held |= flow.bytes[flow.at++] << flow.many;
      flow.many += 8;
    }
    value = flow.held & (1 << many) - 1;
    flow.held >>>= many;
    flow.many -= many;
    return value;
  }

  /* A code by the lengths of its words: how many there are of each length, and what they stand for, in order. */
  function codeOf(lengths) {
    var code = { counts: [], symbols: [] }, size, i;
    for (size = 1; size < 16; size++) {
      code.counts[size] = 0;
      for (i = 0; i < lengths.length; i++) if (lengths[i] === size) {
        code.counts[size]++;
        code.symbols.push(i);
      }
    }
    return code;
  }

  function symbol(flow, code) {
    for (var size = 1, word = 0, first = 0, at = 0; size < 16; size++) {
      word |= bits(flow, 1);
      if (word - first < code.counts[size]) return code.symbols[at + word - first];
      at += code.counts[size];
      first = first + code.counts[size] << 1;
      word <<= 1;
    }
  }

  function times(value, many) {
    for (var list = []; many > 0; many--) list.push(value);
    return list;
  }

  /* The codes of a block whose codes are told: of letters and lengths, and of distances. */
  function told(flow) {
    var letters = bits(flow, 5) + 257, all = letters + bits(flow, 5) + 1, lengths = [], own = times(0, 19), i, code;
    for (i = bits(flow, 4) + 4, code = 0; code < i; code++) own[ORDER[code]] = bits(flow, 3);
    code = codeOf(own);
    while (lengths.length < all) {
      i = symbol(flow, code);
      if (i < 16) lengths.push(i);
      else if (i === 16) lengths = lengths.concat(times(lengths[lengths.length - 1], bits(flow, 2) + 3));
      else lengths = lengths.concat(times(0, i === 17 ? bits(flow, 3) + 3 : bits(flow, 7) + 11));
    }
    return [codeOf(lengths.slice(0, letters)), codeOf(lengths.slice(letters))];
  }

  function known() {
    return [codeOf(times(8, 144).concat(times(9, 112), times(7, 24), times(8, 8))), codeOf(times(5, 30))];
  }

  /* A length or a distance: `per` of them share a number of bits that say which; the first ones have none. */
  function reach(flow, number, per) {
    var more = Math.max(0, Math.floor(number / per) - 1);
    return number < 2 * per ? number : (per + number % per << more) + bits(flow, more);
  }

  function block(flow, codes, said) {
    var one, long, back;
    while ((one = symbol(flow, codes[0])) !== END) {
      if (one < END) said.push(one);
      else {
        long = one === MOST ? 258 : reach(flow, one - 257, 4) + 3;
        back = reach(flow, symbol(flow, codes[1]), 2) + 1;
        while (long--) said.push(said[said.length - back]);
      }
    }
  }

  /* What was packed; blocks are of codes, told or known, as texts always are. */
  return function (text) {
    var flow = { bytes: bytesOf(text), at: 0, held: 0, many: 0 }, said = [], whole = "", last, i;
    do {
      last = bits(flow, 1);
      block(flow, bits(flow, 2) === 2 ? told(flow) : known(), said);
    } while (!last);
    for (i = 0; i < said.length; i += PIECE) whole += String.fromCharCode.apply(null, said.slice(i, i + PIECE));
    return JSON.parse(whole);
  };
})();
