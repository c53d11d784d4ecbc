// The map of incidents: land, and a sign for each incident that has a place.
"use strict";

(() => {
  const frame = document.getElementById("map");
  if (!frame) return;

  const GRADES = ["confirmed", "fair", "weak", "contested", "discounted", "ungraded"];
  const LIST = 12; // incidents that one popup names
  const SIGN = 64; // pixels on the map of a sign at size 1

  const colour = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  // The signs of templates/grade.html: the shape tells the grade, colour only repeats it.
  const sign = (grade) => {
    const side = SIGN * 2;
    const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const pen = canvas.getContext("2d");
    const [middle, radius] = [side / 2, side * 0.43];
    const disc = (size, from = 0, to = 2 * Math.PI) => {
      pen.beginPath();
      pen.arc(middle, middle, size, from, to);
      pen.closePath();
    };
    pen.strokeStyle = pen.fillStyle = colour(grade) || colour("soft");
    pen.lineWidth = side * 0.09;
    disc(radius);
    pen.globalAlpha = 0.12;
    pen.fill();
    pen.globalAlpha = 0.85;
    if (grade === "confirmed") pen.fill();
    if (grade === "fair") { disc(radius, Math.PI / 2, 1.5 * Math.PI); pen.fill(); }
    if (grade === "contested") { disc(radius * 0.38); pen.fill(); }
    disc(radius);
    if (grade === "discounted") {
      const reach = radius * Math.SQRT1_2;
      pen.moveTo(middle - reach, middle + reach);
      pen.lineTo(middle + reach, middle - reach);
    }
    pen.stroke();
    return pen.getImageData(0, 0, side, side);
  };

  const style = (points) => ({
    version: 8,
    sources: {
      land: { type: "geojson", data: frame.dataset.land, attribution: "Outlines: Natural Earth" },
      incidents: { type: "geojson", data: points },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("land") } },
      { id: "borders", type: "line", source: "land",
        paint: { "line-color": colour("border"), "line-width": 0.9 } },
      { id: "incidents", type: "symbol", source: "incidents",
        layout: {
          "icon-image": ["get", "grade"],
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
          // The area grows with the people killed; the greatest are drawn first, beneath.
          "icon-size": ["interpolate", ["linear"], ["sqrt", ["get", "size"]], 0, 0.2, 10, 0.6, 32, 1.1],
          "symbol-sort-key": ["-", 0, ["get", "size"]],
        } },
    ],
  });

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const line = (incident) => {
    const item = element("li");
    const link = element("a", incident.code);
    link.href = incident.href;
    item.append(link, element("br"), `${incident.days} · killed: ${incident.killed} · ${incident.grade}`);
    return item;
  };
  const listed = (incidents) => {
    const box = element("div");
    const place = element("strong", incidents[0].place);
    place.dir = "auto";
    const list = element("ul");
    list.append(...incidents.slice(0, LIST).map(line));
    box.append(place, list);
    if (incidents.length > LIST) {
      const more = element("a", `All around ${incidents[0].place}`);
      more.href = `?place=${encodeURIComponent(incidents[0].place)}`;
      box.append(more);
    }
    return box;
  };

  const bounds = (points) => {
    const found = new maplibregl.LngLatBounds();
    points.features.forEach((point) => found.extend(point.geometry.coordinates));
    return found;
  };

  const draw = (points) => {
    const map = new maplibregl.Map({
      container: frame,
      style: style(points),
      bounds: points.features.length ? bounds(points) : [[-20, -10], [70, 55]],
      fitBoundsOptions: { padding: 32, maxZoom: 7 },
      maxZoom: 9,
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: true,
      attributionControl: { compact: false },
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
    map.on("styleimagemissing", (missing) => {
      const grade = GRADES.includes(missing.id) ? missing.id : "ungraded";
      if (!map.hasImage(missing.id)) map.addImage(missing.id, sign(grade), { pixelRatio: 2 });
    });

    const at = (event) => {
      const seen = new Map();
      map.queryRenderedFeatures(event.point, { layers: ["incidents"] })
        .forEach((found) => seen.set(found.properties.href, found.properties));
      return [...seen.values()].sort((left, right) => right.size - left.size);
    };
    const hint = new maplibregl.Popup({ closeButton: false, closeOnClick: false, focusAfterOpen: false, maxWidth: "20rem" });
    map.on("mousemove", "incidents", (event) => {
      map.getCanvas().style.cursor = "pointer";
      hint.setLngLat(event.lngLat).setDOMContent(listed(at(event).slice(0, 3))).addTo(map);
    });
    map.on("mouseleave", "incidents", () => {
      map.getCanvas().style.cursor = "";
      hint.remove();
    });
    map.on("click", "incidents", (event) => {
      const found = at(event);
      hint.remove();
      if (found.length === 1) location.assign(found[0].href);
      else new maplibregl.Popup({ maxWidth: "20rem" })
        .setLngLat(event.lngLat).setDOMContent(listed(found)).addTo(map);
    });
    map.on("idle", () => {
      frame.dataset.drawn = map.queryRenderedFeatures({ layers: ["incidents"] }).length;
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      // Another background, so that no difference is patched and the signs are drawn anew.
      map.setStyle(style(points), { diff: false });
    });
  };

  const giveUp = () => {
    frame.replaceChildren(
      element("p", "The map can’t be drawn here. The table holds the same incidents."));
  };

  fetch(frame.dataset.points)
    .then((answer) => answer.json())
    .then(draw)
    .catch(giveUp);
})();
