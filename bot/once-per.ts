/**
 * Makes a function work its value out once for each object: for what is asked of the same word of a question hundreds of
 * times within a turn. Values go with their objects.
 *
 * @param make Must give the same for the same object at any time.
 *
 * @example
 * ```ts
 * const keysOf = oncePer((term: Term) => [term.word, ...term.concepts.keys()]);
 * ```
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
