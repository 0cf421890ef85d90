import { Server } from "node:http";

/* Loaded into the bot to see that the soak finds a leak: keeps some memory of every request for good. */

/** Numbers kept of each request; eight bytes each. */
const KEPT_NUMBERS = 4000;

const kept: number[][] = [];
const listen = Server.prototype.listen;
Server.prototype.listen = function (this: Server, ...options: never[]): Server {
  this.on("request", () => kept.push(Array.from({ length: KEPT_NUMBERS }, Math.random)));
  return Reflect.apply(listen, this, options);
} as typeof listen;
