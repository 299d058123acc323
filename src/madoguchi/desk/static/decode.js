// Reads six telephone words in the offline booklet: the same rules as wire/telephone/six_words.py and evidence/telephone_words.py.
(() => {
  "use strict";
  const book = JSON.parse(document.getElementById("decode-data").textContent);
  const prime = book.words.length, count = 6;
  const same = text => text.replaceAll("ぢ", "じ").replaceAll("づ", "ず");
  const index = new Map(book.words.map((word, number) => [same(word), number]));
  const plain = text => same(text.normalize("NFKC").replace(/[、。，．・,.\-/|]/g, " ")
    .replace(/[ァ-ヶ]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0x60)).trim().replace(/\s+/g, " "));
  const sum = digits => digits.reduce((all, digit, place) => all + book.weights[place] * digit, 0) % prime;

  function partings(text, left) {
    if (left === 0) return text === "" ? [[]] : [];
    return [3, 4].filter(length => text.length >= length && index.has(text.slice(0, length)))
      .flatMap(length => partings(text.slice(length), left - 1).map(rest => [text.slice(0, length), ...rest]));
  }

  function apart(text) {
    const ways = partings(text, count).filter(way => sum(way.map(word => index.get(word))) === book.constant);
    return ways.length === 1 ? ways[0] : null;
  }

  function inverse(number, modulus) {
    let [a, b, x, y] = [((number % modulus) + modulus) % modulus, modulus, 1n, 0n];
    while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
    return ((x % modulus) + modulus) % modulus;
  }

  // The number that the words mean, or the id of the sentence that says why there is none.
  function heard(text) {
    let parts = plain(text).split(" ").filter(Boolean);
    if (parts.length !== count) parts = apart(parts.join(""));
    if (!parts) return {trouble: "count"};
    const unknown = parts.findIndex(part => !index.has(part));
    if (unknown >= 0) return {trouble: "word", place: unknown + 1};
    const digits = parts.map(part => index.get(part));
    if (sum(digits) !== book.constant) return {trouble: "sum"};
    const p = BigInt(prime), all = p ** BigInt(count - 1);
    const number = digits.slice(0, -1).reduceRight((high, digit) => high * p + BigInt(digit), 0n);
    const shifted = (((number - BigInt(book.shift)) % all) + all) % all;
    return {number: (shifted * inverse(BigInt(book.stir), all)) % all};
  }

  function understood(text) {
    const found = heard(text);
    if (found.trouble) return found;
    let number = found.number;
    const take = size => { const rest = Number(number % BigInt(size)); number /= BigInt(size); return rest; };
    const version = take(book.versions), table = book.tables.find(one => one.version === version);
    if (!table) return {trouble: "range"};
    const told = {reader: table.readers[take(table.readers.length)], probes: {}, tried: {}, number: ""};
    const states = [...table.probes].reverse().map(probe => [probe, book.states[take(book.states.length)]]).reverse();
    for (const [probe, state] of states) if (state !== "unknown") told.probes[probe] = state;
    for (const space of table.problems) {
      const size = 3n ** BigInt(space.questions.length) * 2n ** BigInt(space.others.length)
        * (space.problem === book.numbered ? BigInt(book.numbers + 1) : 1n);
      if (number >= size) { number -= size; continue; }
      const others = [...space.others].reverse().filter(() => take(2)).reverse();
      const answers = [...space.questions].reverse().map(step => [step, take(3)]).reverse();
      for (const [step, answer] of answers) if (answer) told.tried[step] = answer === 1 ? "yes" : "no";
      for (const step of others) told.tried[step] = "tried";
      if (number) told.number = String(Number(number) - 1).padStart(3, "0");
      return {...told, problem: space.problem};
    }
    return {trouble: "range"};
  }

  const name = (kind, id) => book.names[kind][id] ?? id;
  function lines(told) {
    if (told.trouble) return [book.say[told.trouble].replace("0", String(told.place ?? ""))];
    return [
      `${told.number || told.problem}　${name("problems", told.problem)}`,
      name("readers", told.reader),
      ...Object.entries(told.probes).map(([probe, state]) => `${name("probes", probe)}　${book.say[state]}`),
      ...Object.entries(told.tried).map(([step, answer]) => `${name("steps", step)}　${book.say[answer]}`),
    ];
  }

  const box = document.getElementById("decode");
  const show = () => {
    const out = box.querySelector("output"), text = box.querySelector("input").value;
    out.replaceChildren(...(text.trim() ? lines(understood(text)) : []).map(line => {
      const one = document.createElement("p");
      one.textContent = line;
      return one;
    }));
  };
  box.querySelector("button").addEventListener("click", show);
  box.querySelector("input").addEventListener("keydown", event => { if (event.key === "Enter") show(); });
  box.hidden = false;
  window.understood = understood;
})();
