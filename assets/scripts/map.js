/* A map beside a list of places. The list is the interface; the map is an aid, and shows nothing that the list has not.

     <ol data-map-places>
       <li id="find-1" data-lat="53.1" data-lng="-2.3" data-name="Fernbrook allotments">…</li> …
     </ol>
     <div class="places-map only-with-js" data-map data-label="{% translate "Map of these places" %}"
          data-home-lat data-home-lng data-home-name         where somebody starts from, if that may be shown
          data-home-area                                     metres: an area around a rounded point instead of a pin
          data-tiles-url data-attribution></div>             tiles of the organisation's own; without, a plain ground and
                                                             no request to anybody
     <p class="only-without-js">{% translate "The map needs JavaScript. Everything on it is in the list." %}</p>

   The page adds, in block scripts, <script type="module" src="{% built "map.js" %}"></script> and, in block styles,
   <link rel="stylesheet" href="{% built "map.css" %}">. Pins have the numbers of the list and are reached by keyboard. Places too close to be
   told apart by a finger share a pin until the map is drawn larger. */
import * as L from "leaflet/dist/leaflet-src.esm.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const APART = 38; // pixels between pins: each can be pressed (WCAG 2.2, 2.5.8)

function pin(number, kind) {
  const face = document.createElement("span");
  face.textContent = number;
  return L.divIcon({ html: face, className: `pin ${kind}`, iconSize: [32, 32], iconAnchor: kind ? [16, 16] : [0, 32], popupAnchor: [16, -28] });
}

function words({ number, name, target }) {
  const said = document.createElement(target ? "a" : "span");
  said.textContent = number ? `${number}: ${name}` : name;
  if (target) said.href = `#${target}`;
  return said;
}

function mark(layer, at, held, kind = "") {
  const marker = L.marker(at, { icon: pin(held.length > 1 ? `${held[0].number}+` : held[0].number, kind), keyboard: true, riseOnHover: true });
  const box = document.createElement("div");
  for (const place of held) box.append(words(place), document.createElement("br"));
  marker.bindPopup(box).addTo(layer);
  // A name is said once: by the label to those who listen, by the pop-up to those who look.
  marker.getElement().setAttribute("aria-label", held.map((place) => words(place).textContent).join("; "));
}

function mark_all(map, layer, places) {
  layer.clearLayers();
  const groups = [];
  for (const place of places) {
    const spot = map.latLngToLayerPoint(place.at);
    const near = groups.find((group) => group.spot.distanceTo(spot) < APART);
    if (near) near.held.push(place);
    else groups.push({ spot, at: place.at, held: [place] });
  }
  for (const { at, held } of groups) mark(layer, at, held);
}

// Of a map file of our own: no square is asked for that it has not, and beyond its last level that one is drawn larger.
function within(levels, ground) {
  if (!levels || !ground) return {};
  const [first, last] = levels.split(" ").map(Number);
  const [south, west, north, east] = ground.split(" ").map(Number);
  return { minZoom: first, maxNativeZoom: last, bounds: [[south, west], [north, east]] };
}

function draw(holder, list) {
  const places = Array.from(list?.querySelectorAll("[data-lat][data-lng]") ?? [])
    .filter(({ dataset }) => dataset.lat && dataset.lng)
    .map((place) => ({
      at: [Number(place.dataset.lat), Number(place.dataset.lng)],
      number: place.dataset.number ?? String((list.start ?? 1) + Array.from(list.children).indexOf(place)),
      name: place.dataset.name ?? "",
      target: place.id,
    }));
  const { homeLat, homeLng, homeName, homeArea, tilesUrl, attribution, levels, bounds: ground, label } = holder.dataset;
  if (!places.length && !homeLat) {
    holder.hidden = true;
    return;
  }
  holder.setAttribute("role", "region");
  holder.setAttribute("aria-label", label ?? "");
  const map = L.map(holder, { scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm, maxZoom: 17 });
  map.attributionControl.setPrefix(false);
  L.control.scale({ maxWidth: 120 }).addTo(map);
  if (tilesUrl) L.tileLayer(tilesUrl, { attribution: attribution ?? "", referrerPolicy: "no-referrer", maxZoom: 17, ...within(levels, ground) }).addTo(map);
  const home = homeLat && homeLng ? [Number(homeLat), Number(homeLng)] : null;
  const bounds = L.latLngBounds([...places.map((place) => place.at), ...(home ? [home] : [])]);
  // The zoom buttons stand in the upper left corner: no pin may hide below them.
  map.fitBounds(bounds.pad(0.15), { maxZoom: 15, animate: false, paddingTopLeft: [56, 24] });
  if (home) {
    // Rings at 1, 3 and 5 kilometres give a plain ground a measure.
    if (!tilesUrl) for (const metres of [1000, 3000, 5000]) L.circle(home, { radius: metres, weight: 1, color: "#857c72", fill: false, dashArray: "4 4", interactive: false }).addTo(map);
    if (homeArea) L.circle(home, { radius: Number(homeArea), weight: 0, fillColor: "#b4571f", fillOpacity: 0.18, interactive: false }).addTo(map);
    else mark(map, home, [{ number: "", name: homeName ?? "" }], "pin--home");
  }
  const layer = L.layerGroup().addTo(map);
  mark_all(map, layer, places);
  map.on("zoomend", () => mark_all(map, layer, places));
}

const list = document.querySelector("[data-map-places]");
for (const holder of document.querySelectorAll("[data-map]")) draw(holder, list);
