# The App as a container: `docker build -t chokepoint .`, settings as in docs/running-the-app.md.
# The base is pinned by digest, every package by the lockfile.
FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20 AS package
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run package && npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    CHOKEPOINT_DATA=/data
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=package /source/node_modules node_modules
COPY --from=package /source/build/package .
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "lib/cli/main.js"]
CMD ["serve"]
