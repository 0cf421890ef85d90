/**
 * Keeps the beginning of a long answer in sight. Web Chat 4.18 does so for an answer that comes whole; one that grows it
 * follows to its end, past its first lines.
 */

/** Web Chat goes on scrolling for about a second after an answer. */
const HOLD_IN_MS = 2500;
/** What a visitor does to look elsewhere. */
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];

/** Watches one Web Chat, from the question to the end of its answer. */
export class AnswerScroll {
  #place;
  #isHeld = false;
  #holdUntil = 0;
  #frame = 0;

  /** @param {HTMLElement} place Element that Web Chat is rendered into. */
  constructor(place) {
    this.#place = place;
    const releaseUnlessWriting = ({ target }) => {
      if (!target.closest?.(".webchat__send-box")) this.#release();
    };
    for (const name of MOVES) {
      place.addEventListener(name, releaseUnlessWriting, { passive: true, capture: true });
    }
  }

  /** The visitor has asked: until they look elsewhere, the beginning of the answer is what they want to see. */
  asked() {
    this.#release();
    this.#isHeld = true;
  }

  /** The answer is whole. */
  answered() {
    if (!this.#isHeld) return;
    cancelAnimationFrame(this.#frame);
    this.#holdUntil = performance.now() + HOLD_IN_MS;
    this.#frame = requestAnimationFrame(() => this.#hold());
  }

  /** Scrolls to the newest message. */
  toEnd() {
    const scroller = this.#scroller();
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  #scroller() {
    return this.#place.querySelector(".webchat__basic-transcript__scrollable");
  }

  #release() {
    this.#isHeld = false;
    cancelAnimationFrame(this.#frame);
  }

  #hold() {
    const scroller = this.#scroller();
    const answer = [...this.#place.querySelectorAll(".webchat__basic-transcript__activity")].at(-1);
    if (!this.#isHeld || !scroller || !answer || performance.now() > this.#holdUntil) return;
    const distance = answer.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    // One pixel is rounding; writing it again and again would keep Web Chat from resting.
    if (distance < -1 && answer.offsetHeight > scroller.clientHeight) scroller.scrollTop += distance;
    this.#frame = requestAnimationFrame(() => this.#hold());
  }
}
