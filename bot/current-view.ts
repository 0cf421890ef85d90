import { extendIndex, type IndexExtension, type KnowledgeIndex } from "../indexer/index.ts";
import { KnowledgeView } from "./knowledge-view.ts";
import { describeError, type Log } from "./log.ts";
import { takeOverSearchers } from "./records/searcher.ts";
import { warmRecordSearch } from "./records/warm-record-search.ts";
import { warmView } from "./warm-view.ts";

/** What {@link CurrentView} works with. */
export interface CurrentViewOptions {
  /** Reads what was written at the desk and lies over every version. @default nothing */
  extension?: (base: KnowledgeIndex) => Promise<IndexExtension>;
  /**
   * Calls the listener whenever another process may have changed what is written at the desk; gives back what ends that.
   *
   * @default there is no other process
   */
  onExtended?: (listener: () => void) => () => void;
  /** Told of each view that takes the place of another, when the event loop is next free. */
  onChanged?: (view: KnowledgeView) => void;
  log: Log;
}

/** A version of the index with what was written at the desk over it. */
interface Layers {
  base: KnowledgeIndex;
  extension: IndexExtension;
  index: KnowledgeIndex;
}

/** The view that questions are answered from; made anew when the index or what was written at the desk changes. */
export class CurrentView {
  readonly #options: CurrentViewOptions;
  readonly #refresh: () => Promise<void>;
  #base: KnowledgeIndex;
  #view: KnowledgeView;
  #layers: Layers | undefined;
  /** How often the desk was said to have changed. */
  #changes = 0;
  #stop: (() => void) | undefined;

  private constructor(base: KnowledgeIndex, options: CurrentViewOptions) {
    this.#base = base;
    this.#options = options;
    this.#view = new KnowledgeView(base);
    this.#refresh = createShared(() => this.#compose());
  }

  /**
   * Makes the first view.
   *
   * @throws {Error} If what was written at the desk cannot be read.
   */
  static async open(base: KnowledgeIndex, options: CurrentViewOptions): Promise<CurrentView> {
    const current = new CurrentView(base, options);
    // Before the first reading, so that no change is missed.
    current.#stop = options.onExtended?.(() => void current.extensionChanged());
    try {
      current.#view = await current.#lay(base);
    } catch (error) {
      current.close();
      throw error;
    }
    return current;
  }

  /** The index without what was written at the desk. */
  get base(): KnowledgeIndex {
    return this.#base;
  }

  get view(): KnowledgeView {
    return this.#view;
  }

  /**
   * Reads anew what was written at the desk; once it resolves, the view holds it. Calls that come together share one
   * reading. It never rejects: a reading that fails is logged, and what was known before goes on answering.
   */
  extensionChanged(): Promise<void> {
    this.#changes += 1;
    return this.#refresh();
  }

  /** Puts a newer index below; it is warm before it answers. @throws {Error} If the desk cannot be read. */
  async replaceBase(index: KnowledgeIndex): Promise<void> {
    const before = this.#changes;
    const next = await this.#lay(index);
    this.#takeOver(next);
    await warmView(next);
    await warmRecordSearch(next);
    this.#base = index;
    // What was written meanwhile is put over it once more.
    if (this.#changes === before) this.#swap(next);
    else await this.#refresh();
  }

  /** Hears no more of other processes. */
  close(): void {
    this.#stop?.();
  }

  async #compose(): Promise<void> {
    try {
      let base = this.#base;
      let next = await this.#lay(base);
      // A newer index came while the desk was read.
      while (base !== this.#base) {
        base = this.#base;
        next = await this.#lay(base);
      }
      this.#takeOver(next);
      this.#swap(next);
      // Whoever saved something need not wait until the rest is made as well.
      void warmView(next).catch((error) =>
        this.#options.log.warn("knowledge.not-warm", describeError(error)),
      );
    } catch (error) {
      this.#options.log.error("knowledge.not-extended", describeError(error));
    }
  }

  /** Lays what was written at the desk over an index; what is as it was the last time is taken over. */
  async #lay(base: KnowledgeIndex): Promise<KnowledgeView> {
    const extension = await this.#options.extension?.(base);
    if (extension === undefined) return new KnowledgeView(base);
    const { base: below } = this.#layers ?? {};
    // A newer version may have the tables of the one before.
    const before = below === base || below?.tables === base.tables ? this.#layers : undefined;
    const index = extendIndex(base, extension, before);
    this.#layers = { base, extension, index };
    return new KnowledgeView(index);
  }

  /** Takes over what has not changed. */
  #takeOver(next: KnowledgeView): void {
    next.takeOver(this.#view);
    takeOverSearchers(next, this.#view);
  }

  #swap(next: KnowledgeView): void {
    this.#view = next;
    setImmediate(() => this.#options.onChanged?.(next));
  }
}

/** Lets calls that come before the work has begun share it; one that comes while it runs begins it anew after that. */
function createShared(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= last = last.then(() => {
      waiting = undefined;
      return work();
    });
    return waiting;
  };
}
