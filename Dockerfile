# The server. What runs here is what the tests ran: Node.js strips the types itself, so there is no build step.
FROM node:24-slim AS dependencies
WORKDIR /detoil
COPY package.json package-lock.json ./
# The runtime is the image's own: the Node.js in the optional dependencies is for checkouts.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund
# Of the chart library's builds, 50 MB with their source maps, one is used.
RUN find node_modules/echarts/dist -type f ! -name echarts.esm.min.mjs -delete

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DETOIL_DATA=/data
WORKDIR /detoil
COPY --from=dependencies /detoil/node_modules ./node_modules
COPY . .
# Only the data is writable, and only for the user that the server runs as.
RUN mkdir /data && chown node:node /data && chmod 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "bin/detoil.js", "start"]
