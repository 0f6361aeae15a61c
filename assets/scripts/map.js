/* A map beside a list of places. The list is the interface; the map is an aid, and shows nothing that the list has not.

     <ol data-map-places>
       <li id="find-1" data-lat="53.1" data-lng="-2.3" data-name="Fernbrook allotments">…</li> …
     </ol>
     <div class="places-map only-with-js" data-map data-label="{% translate "Map of these places" %}"
          data-home-lat data-home-lng data-home-name         where somebody starts from, if that may be shown
          data-tiles-url data-attribution></div>             tiles of the organisation's own; without, a plain ground and
                                                             no request to anybody
     <p class="only-without-js">{% translate "The map needs JavaScript. Everything on it is in the list." %}</p>

   The page adds, in block scripts, <script type="module" src="{% built "map.js" %}"></script> and, in block styles,
   <link rel="stylesheet" href="{% built "map.css" %}">. Pins have the numbers of the list and are reached by keyboard. */
import * as L from "leaflet/dist/leaflet-src.esm.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function pin(number, kind) {
  const face = document.createElement("span");
  face.textContent = number;
  return L.divIcon({ html: face, className: `pin ${kind}`, iconSize: [32, 32], iconAnchor: kind ? [16, 16] : [0, 32], popupAnchor: [16, -28] });
}

function mark(map, at, number, name, kind = "", target = null) {
  const marker = L.marker(at, { icon: pin(number, kind), title: name, keyboard: true, riseOnHover: true });
  const words = document.createElement(target ? "a" : "span");
  words.textContent = name;
  if (target) words.href = `#${target}`;
  marker.bindPopup(words).addTo(map);
  const face = marker.getElement();
  face.setAttribute("aria-label", number ? `${number}: ${name}` : name);
  // A name is said once: by the label to those who listen, by the pop-up to those who look.
  face.removeAttribute("title");
  return marker;
}

function draw(holder, list) {
  const places = Array.from(list?.querySelectorAll("[data-lat][data-lng]") ?? []).filter((place) => place.dataset.lat && place.dataset.lng);
  const { homeLat, homeLng, homeName, tilesUrl, attribution, label } = holder.dataset;
  if (!places.length && !homeLat) {
    holder.hidden = true;
    return;
  }
  holder.setAttribute("role", "region");
  holder.setAttribute("aria-label", label ?? "");
  const map = L.map(holder, { scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm, maxZoom: 17 });
  map.attributionControl.setPrefix(false);
  L.control.scale({ maxWidth: 120 }).addTo(map);
  if (tilesUrl) L.tileLayer(tilesUrl, { attribution: attribution ?? "", referrerPolicy: "no-referrer", maxZoom: 17 }).addTo(map);
  const bounds = L.latLngBounds([]);
  places.forEach((place, index) => {
    const at = [Number(place.dataset.lat), Number(place.dataset.lng)];
    bounds.extend(at);
    // Set before pins are added, or they have nowhere to stand.
    if (index === 0) map.setView(at, 14);
    const number = place.dataset.number ?? String((list.start ?? 1) + Array.from(list.children).indexOf(place));
    mark(map, at, number, place.dataset.name ?? "", "", place.id);
  });
  if (homeLat && homeLng) {
    const home = [Number(homeLat), Number(homeLng)];
    bounds.extend(home);
    if (!places.length) map.setView(home, 14);
    // Rings at 1, 3 and 5 kilometres give a plain ground a measure.
    if (!tilesUrl) for (const metres of [1000, 3000, 5000]) L.circle(home, { radius: metres, weight: 1, color: "#857c72", fill: false, dashArray: "4 4", interactive: false }).addTo(map);
    mark(map, home, "", homeName ?? "", "pin--home");
  }
  map.fitBounds(bounds.pad(0.15), { maxZoom: 15, animate: false });
}

const list = document.querySelector("[data-map-places]");
for (const holder of document.querySelectorAll("[data-map]")) draw(holder, list);
