# hedui in a Debian slim:
#
#   docker build -t hedui .
#   docker run --rm --network none -v "$PWD:/work:ro" hedui check reports/
FROM debian:12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
  gcc libc6-dev make pkg-config liblua5.4-dev libpcre2-dev libcsv-dev libmd4c-dev libgumbo-dev libgmp-dev libjansson-dev libexpat1-dev libzip-dev libsqlite3-dev libopencc-dev poppler-utils poppler-data
COPY . /src
RUN make -C /src -j"$(nproc)" && \
  make -C /src install PREFIX=/usr DESTDIR=/out && \
  ldd /out/usr/bin/hedui | awk '$3 ~ "^/" { print $3 }' | \
  xargs -n 1 sh -c 'dpkg -S "$(realpath "$0")" 2>/dev/null || dpkg -S "$0"' | \
  cut -d: -f1 | sort -u >/out/packages

FROM debian:12-slim
COPY --from=build /out/packages /tmp/packages
RUN apt-get update && \
  xargs apt-get install -y --no-install-recommends git \
    libzip4 libsqlite3-0 libopencc1.1 poppler-utils poppler-data </tmp/packages && \
  rm -rf /var/lib/apt/lists/* /tmp/packages
COPY --from=build /out/usr/bin/hedui /usr/bin/hedui
COPY --from=build /out/usr/share /usr/share
USER nobody
WORKDIR /work
ENTRYPOINT ["hedui"]
