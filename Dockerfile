# The App as a container: `docker build -t chokepoint .`, settings as in docs/running-the-app.md.
FROM node:24-bookworm-slim AS package
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run package && npm pack ./build/package --pack-destination /

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    CHOKEPOINT_DATA=/data
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=package /chokepoint-*.tgz /tmp/
RUN npm install --omit=dev --ignore-scripts --no-package-lock /tmp/chokepoint-*.tgz && rm /tmp/chokepoint-*.tgz
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "node_modules/chokepoint/lib/cli/main.js"]
CMD ["serve"]
