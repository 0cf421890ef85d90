/**
 * As much of the browser's XMLHttpRequest as directlinejs (rxjs 5 `ajax`) uses, on top of `fetch`.
 *
 * Only for tests: asynchronous, JSON or text, no progress events.
 */
export class FetchXmlHttpRequest {
  status = 0;
  readyState = 0;
  responseType = "";
  response: unknown = null;
  responseText = "";
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  onerror: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  #method = "GET";
  #url = "";
  #headers = new Headers();
  #answerHeaders = new Headers();
  #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answerHeaders.get(name);
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string): void {
    void this.#run(body);
  }

  async #run(body: string | undefined): Promise<void> {
    try {
      const answer = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        body,
        signal: this.#abort.signal,
      });
      this.responseText = await answer.text();
      this.#answerHeaders = answer.headers;
      this.status = answer.status;
      this.response = this.responseType === "json" ? parseOrNull(this.responseText) : this.responseText;
    } catch {
      // As in a browser: an aborted request is silent, a failed one has status 0.
      if (this.#abort.signal.aborted) return;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
