# Two stages: packages are built where a compiler is, and run where none is.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Headers of the image's own Node, with which what needs compiling is compiled.
ENV npm_config_nodedir=/usr/local
COPY bot ./bot
# The Node that comes as a package is for machines without one.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/.bin/node
COPY . .
# The index is made at build time (and Web Chat was fetched by npm ci), so that a container starts at once.
RUN node indexer/main.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 INDEX_DIR=/app/data/index STATE_FILE=/state/state.sqlite
WORKDIR /app
# Owned by root: the bot can change nothing but what lies in /state.
COPY --from=build --chown=root:root /app /app
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "bot/main.ts"]
