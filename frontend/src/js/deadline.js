// How much time is left, by a clock that nobody can set: performance.now(). It may stand still while a laptop sleeps; then
// it and the wall clock disagree, and the server has to be asked.
const tolerance = 1000;  // ms

export class Deadline {
  // `leftMs` as the server said it at `heardAt`, on this clock.
  constructor(leftMs, heardAt, { now = () => performance.now(), wall = () => Date.now() } = {}) {
    this.now = now;
    this.wall = wall;
    this.end = heardAt + leftMs;
    this.difference = wall() - now();
  }

  left() {
    return this.end - this.now();
  }

  // An answer to what was sent at `sentAt`. It was true at some moment on the way: in the middle it is wrong by at most
  // half the way.
  heard(leftMs, sentAt) {
    this.end = (sentAt + this.now()) / 2 + leftMs;
  }

  // Whether the machine slept, or somebody set its clock, since this was asked last.
  strayed() {
    const difference = this.wall() - this.now();
    const astray = Math.abs(difference - this.difference) > tolerance;
    this.difference = difference;
    return astray;
  }
}
