/* Tells which published file a chosen file is: `form[data-kdcl-verify]` names the list, whose entries have
   `data-sha256`. The sum is ours, since browsers lend theirs to https only, and schools also use http and files;
   it is done in pieces, so that a large file freezes no phone. Nothing leaves the page. */
(() => {
  "use strict";
  const PIECE = 1 << 18;

  /* The first 32 bits of the fractions of the cube and square roots of the first primes (FIPS 180-4). */
  const primes = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const K = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

  class Sha256 {
    constructor() {
      this.state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
      this.words = new Int32Array(64);
      this.block = new Uint8Array(64);
      this.filled = 0;
      this.length = 0;
    }

    add(bytes) {
      this.length += bytes.length;
      for (let at = 0; at < bytes.length;) {
        const taken = Math.min(64 - this.filled, bytes.length - at);
        this.block.set(bytes.subarray(at, at + taken), this.filled);
        this.filled += taken;
        at += taken;
        if (this.filled === 64) this.mix();
      }
    }

    mix() {
      const { words, block, state } = this;
      for (let i = 0; i < 16; i++) {
        words[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
      }
      for (let i = 16; i < 64; i++) {
        const x = words[i - 15], y = words[i - 2];
        const s0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3;
        const s1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10;
        words[i] = words[i - 16] + s0 + words[i - 7] + s1 | 0;
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        const s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
        const one = h + s1 + (e & f ^ ~e & g) + K[i] + words[i] | 0;
        const s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
        const two = s0 + (a & b ^ a & c ^ b & c) | 0;
        h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
      this.filled = 0;
    }

    hex() {
      const bits = this.length * 8;
      this.add(Uint8Array.of(0x80));
      while (this.filled !== 56) this.add(Uint8Array.of(0));
      const end = new DataView(new ArrayBuffer(8));
      end.setUint32(0, Math.floor(bits / 2 ** 32));
      end.setUint32(4, bits % 2 ** 32);
      this.add(new Uint8Array(end.buffer));
      return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    }
  }

  async function sum(file, wanted) {
    const hash = new Sha256();
    for (let at = 0; at < file.size && wanted(); at += PIECE) {
      hash.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      await new Promise((go) => setTimeout(go));
    }
    return hash.hex();
  }

  function start(form) {
    const input = form.querySelector("input");
    const [said, shown] = [form.querySelector("[role=status]"), form.querySelector("code")];
    const items = [...document.getElementById(form.dataset.kdclVerify).children];
    const say = (state, text) => { form.dataset.state = state; said.textContent = text; };

    input.addEventListener("change", async () => {
      const file = input.files[0];
      const wanted = () => input.files[0] === file;
      shown.parentElement.hidden = true;
      if (!file) return say("", "");
      say("working", form.dataset.working);
      try {
        const hex = await sum(file, wanted);
        if (!wanted()) return;
        const found = items.filter((item) => item.dataset.sha256 === hex);
        const names = found.map((item) => item.querySelector("a").textContent).join("; ");
        say(found.length ? "found" : "unknown", found.length ? form.dataset.found.split("{item}").join(names) : form.dataset.unknown);
        shown.textContent = hex;
        shown.parentElement.hidden = false;
      } catch {
        if (wanted()) say("failed", form.dataset.failed);
      }
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  document.querySelectorAll("form[data-kdcl-verify]").forEach(start);
})();
