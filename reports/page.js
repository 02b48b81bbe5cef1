(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var root = document.documentElement, zh = root.lang === "zh-CN";
  var cards = all(".card"), sections = all(".file");
  var marks = all(".paper [data-p], .paper [data-r]");
  var index = {}; /* marks by "NUMBER" and "NUMBER.NTH" */
  var current = null; /* the open card, or that of a check */
  var place = 0; /* which of its places was gone to */
  var calm = matchMedia("(prefers-reduced-motion: reduce)");

  function all(selector, below) {
    return Array.prototype.slice.call(
      (below || document).querySelectorAll(selector));
  }
  function byId(id) { return document.getElementById(id); }
  function words(element, name) {
    var value = element.getAttribute("data-" + name);
    return value ? value.split(" ") : [];
  }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }
  function isOpen(card) { return card && card.classList.contains("open"); }
  function sectionOf(element) { return element.closest(".file"); }

  /* ---- places -------------------------------------------------------- */

  /* The marks of a place of a card; 0 is the finding's own. */
  function marksAt(card, nth) {
    var k = card.getAttribute("data-k"), n = card.getAttribute("data-n");
    if (k !== null) {
      var places = card.places[nth];
      return places ? [places] : [];
    }
    return index[nth ? n + "." + nth : n] || [];
  }
  function showSection(section) {
    sections.forEach(function (s) { s.hidden = s !== section; });
    all(".files a").forEach(function (a) {
      if (section && a.getAttribute("href") === "#" + section.id)
        a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    });
  }
  function inView(element) {
    var box = element.getBoundingClientRect();
    var low = document.querySelector(".bar").offsetHeight + 8;
    var high = innerHeight - 8;
    if (current && getComputedStyle(current).position === "fixed")
      high = current.getBoundingClientRect().top - 8;
    return box.top >= low && box.bottom <= high && box.height > 0;
  }
  /* Text far away has an estimated height until it is shown: twice. */
  function scrollTo(element) {
    if (inView(element)) return;
    var block = current && getComputedStyle(current).position === "fixed"
      ? "start" : "center";
    element.scrollIntoView({block: block, behavior: "auto"});
    requestAnimationFrame(function () {
      if (!inView(element))
        element.scrollIntoView({block: block, behavior: "auto"});
    });
  }
  function showCard(card) {
    var aside = card.closest("aside");
    if (!aside || getComputedStyle(card).position === "fixed") return;
    var a = aside.getBoundingClientRect(), c = card.getBoundingClientRect();
    if (c.top < a.top || c.bottom > a.bottom)
      aside.scrollTo({top: aside.scrollTop + c.top - a.top - 8,
                      behavior: calm.matches ? "auto" : "smooth"});
  }
  function goTo(card, nth, focus) {
    var there = marksAt(card, nth);
    place = nth;
    all(".at").forEach(function (m) { m.classList.remove("at"); });
    all(".go", card).forEach(function (b, i) {
      b.classList.toggle("at", i === nth);
    });
    if (!there.length) return;
    var section = sectionOf(there[0]);
    if (section.hidden) showSection(section);
    there.forEach(function (m) { m.classList.add("at"); });
    scrollTo(there[0]);
    if (focus) there[0].focus({preventScroll: true});
  }

  /* ---- opening and closing ------------------------------------------- */

  function close() {
    all(".on, .rel, .at").forEach(function (m) {
      m.classList.remove("on", "rel", "at");
    });
    if (!current) return;
    if (current.hasAttribute("data-k")) current.remove();
    else {
      current.classList.remove("open");
      current.querySelector(".head").setAttribute("aria-expanded", "false");
    }
    current = null;
  }
  /* from: the mark that was clicked; then the text need not move. */
  function open(card, from, focus) {
    close();
    var section = sectionOf(card), n = all(".go", card).length;
    if (section.hidden) showSection(section);
    current = card;
    card.classList.add("open");
    card.querySelector(".head").setAttribute("aria-expanded", "true");
    for (var i = 0; i < n; i++)
      marksAt(card, i).forEach(function (m) {
        m.classList.add(i ? "rel" : "on");
      });
    byId("say").textContent = card.querySelector(".msg").textContent;
    showCard(card);
    if (from) {
      place = 0;
      for (i = 0; i < n; i++)
        if (marksAt(card, i).indexOf(from) >= 0) { place = i; break; }
      all(".go", card).forEach(function (b, at) {
        b.classList.toggle("at", at === place);
      });
      if (!inView(from)) scrollTo(from);
    } else goTo(card, 0, focus);
    if (!card.hasAttribute("data-k"))
      history.replaceState(null, "", "#" + card.id);
  }
  function cardOf(number) { return byId("n" + (Number(number) + 1)); }

  /* The words of its block around a mark, for the card of a check. */
  function addContext(to, mark) {
    var block = mark.closest("td, th, .b"), range = document.createRange();
    range.selectNodeContents(block);
    range.setEndBefore(mark);
    var before = range.toString();
    range.selectNodeContents(block);
    range.setStartAfter(mark);
    var behind = range.toString();
    to.append(before.slice(-28), make("b", "", mark.textContent),
              behind.slice(0, 28));
  }
  /* A card for the checks that a figure agrees with. */
  function checkCard(mark) {
    var numbers = words(mark, "k"), number = numbers[0];
    if (current && current.mark === mark)
      number = numbers[(numbers.indexOf(current.getAttribute("data-k")) + 1) %
                       numbers.length];
    var check = data.checks[number], card = make("li", "card k", "");
    var head = make("button", "head", ""), more = make("div", "more", "");
    var list = make("ol", "places", "");
    card.setAttribute("data-k", number);
    card.mark = mark;
    card.places = all('.paper [data-k~="' + number + '"]');
    card.places.sort(function (a, b) { return a === mark ? -1 : b === mark ? 1 : 0; });
    head.type = "button";
    if (numbers.length > 1)
      head.append(make("span", "no", (numbers.indexOf(number) + 1) + "/" +
                       numbers.length));
    head.append(make("span", "sev", zh ? "✓ 相符" : "✓ agrees"),
                make("span", "fig", mark.textContent),
                make("span", "msg", check[1] || data.rules[check[0]]));
    card.places.forEach(function (m, i) {
      var item = make("li", "", ""), button = make("button", "go", "");
      var quote = make("q", "", ""), line = m.closest("[data-line]");
      button.type = "button";
      button.setAttribute("data-go", i);
      button.append(make("span", "where", (zh ? "第 " : "line ") +
        line.getAttribute("data-line") + (zh ? " 行" : "")));
      addContext(quote, m);
      button.append(quote);
      item.append(button);
      list.append(item);
    });
    var rule = make("p", "rule", "");
    rule.append(make("code", "id", check[0]));
    more.append(list, rule);
    card.append(head, more);
    sectionOf(mark).querySelector(".cards").prepend(card);
    return card;
  }
  /* What a click on a mark opens; once more: the next one over it. */
  function openMark(mark) {
    var list = words(mark, "p").concat(words(mark, "r").map(function (w) {
      return w.split(".")[0];
    })).filter(function (n, i, of) {
      return of.indexOf(n) === i && !cardOf(n).hidden;
    });
    if (list.length) {
      var at = current ? list.indexOf(current.getAttribute("data-n")) : -1;
      open(cardOf(list[(at + 1) % list.length]), mark);
    } else if (mark.hasAttribute("data-k") &&
               !document.body.classList.contains("noticks")) {
      var card = checkCard(mark);
      open(card, mark);
      card.mark = mark;
    }
  }

  /* ---- filters ------------------------------------------------------- */

  /* What is always seen of a card, and its rule. */
  function said(card) {
    return (card.querySelector(".head").textContent + " " +
            card.getAttribute("data-rule")).toLowerCase();
  }
  function filter() {
    var rule = byId("rule").value;
    var query = byId("find").value.trim().toLowerCase();
    var off = all('.sevb[aria-pressed="false"]').map(function (b) {
      return b.getAttribute("data-sev");
    });
    var shown = {}, n = 0;
    cards.forEach(function (card) {
      var hide = (rule && card.getAttribute("data-rule") !== rule) ||
        off.some(function (s) { return card.classList.contains(s); }) ||
        (query && said(card).indexOf(query) < 0);
      card.hidden = !!hide;
      if (!hide) { shown[card.getAttribute("data-n")] = true; n++; }
    });
    marks.forEach(function (mark) {
      var any = words(mark, "p").concat(words(mark, "r")).some(function (w) {
        return shown[w.split(".")[0]];
      });
      mark.classList.toggle("off", !any);
    });
    byId("shown").textContent = n === cards.length ? ""
      : n + " / " + cards.length;
    if (current && current.hidden) close();
  }
  function fillRules() {
    var counts = {};
    cards.forEach(function (card) {
      var id = card.getAttribute("data-rule");
      counts[id] = (counts[id] || 0) + 1;
    });
    Object.keys(counts).sort().forEach(function (id) {
      var option = make("option", "", id + " (" + counts[id] + ") " +
                        (data.rules[id] || ""));
      option.value = id;
      byId("rule").append(option);
    });
  }

  /* ---- moving -------------------------------------------------------- */

  function step(by) {
    var list = cards.filter(function (card) { return !card.hidden; });
    if (!list.length) return;
    var at = list.indexOf(current);
    if (at < 0) { /* the first one of the file that is shown */
      var visible = list.findIndex(function (c) { return !sectionOf(c).hidden; });
      at = visible < 0 ? 0 : by > 0 ? visible : visible - 1 + list.length;
    } else at += by + list.length;
    open(list[at % list.length], null, true);
  }
  function nextPlace() {
    if (!current) return step(1);
    var n = all(".go", current).length;
    for (var i = 1; i <= n; i++)
      if (marksAt(current, (place + i) % n).length)
        return goTo(current, (place + i) % n, true);
  }
  /* What stands below the bar. No mark is asked where it is: one that is far
   * away would have to be laid out for the answer. */
  function topBlock() {
    var paper = document.querySelector(".file:not([hidden]) .paper");
    var box = paper.getBoundingClientRect();
    var bar = document.querySelector(".bar").getBoundingClientRect();
    var there = document.elementFromPoint(box.left + box.width / 2,
                                          Math.max(bar.bottom + 12, box.top + 2));
    return (there && there.closest(".b")) || paper;
  }
  function nextTick() {
    var list = all(".file:not([hidden]) .paper .k.t");
    var from = document.activeElement;
    if (!from || !from.closest(".paper")) from = topBlock();
    var next = list.find(function (m) {
      return from.compareDocumentPosition(m) & 4;
    }) || list[0];
    if (!next) return;
    scrollTo(next);
    next.focus({preventScroll: true});
  }
  function toggleTicks() {
    var off = document.body.classList.toggle("noticks");
    byId("ticks").setAttribute("aria-pressed", String(!off));
  }
  function showKeys() {
    var dialog = byId("keys");
    if (dialog.open) dialog.close(); else dialog.showModal();
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    var go = target.closest(".go"), head = target.closest(".card .head");
    var mark = target.closest(".paper [data-p], .paper [data-r], .paper [data-k]");
    if (go) {
      var card = go.closest(".card"), nth = Number(go.getAttribute("data-go"));
      if (card !== current) open(card);
      goTo(card, nth, false);
    } else if (head) {
      var own = head.closest(".card");
      if (own === current) close(); else open(own);
    } else if (mark) openMark(mark);
    else if (target.closest(".sevb")) {
      var button = target.closest(".sevb");
      button.setAttribute("aria-pressed",
        String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    } else if (target.closest("#ticks")) toggleTicks();
    else if (target.closest("#help")) showKeys();
    else if (target.closest("dialog")) byId("keys").close();
    else if (target.closest(".files a")) {
      event.preventDefault();
      close();
      showSection(byId(target.closest(".files a").getAttribute("href").slice(1)));
    }
  });
  byId("rule").addEventListener("change", filter);
  byId("find").addEventListener("input", filter);

  document.addEventListener("keydown", function (event) {
    var field = event.target.closest("input, select");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (field) {
        if (field.id === "find") { field.value = ""; filter(); }
        field.blur();
      } else if (!byId("keys").open) close();
      return;
    }
    if (event.key === "Enter") {
      if (field) field.blur();
      else if (event.target.closest(".paper [role=button]"))
        openMark(event.target);
      else return;
      event.preventDefault();
      return;
    }
    if (field) return;
    var acts = {
      j: function () { step(1); }, k: function () { step(-1); },
      n: nextPlace, t: toggleTicks, ".": nextTick, "?": showKeys,
      "/": function () { byId("find").focus(); byId("find").select(); },
      " ": function () { openMark(event.target); }
    };
    if (event.key === " " && !event.target.closest(".paper [role=button]"))
      return;
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  });

  /* ---- start --------------------------------------------------------- */

  root.classList.add("js");
  marks.forEach(function (mark) {
    words(mark, "p").concat(words(mark, "r")).forEach(function (w) {
      (index[w] = index[w] || []).push(mark);
    });
  });
  fillRules();
  cards.forEach(function (card) { /* numbers for the printed text */
    var first = marksAt(card, 0)[0], no = card.querySelector(".no").textContent;
    if (first)
      first.setAttribute("data-no", (first.getAttribute("data-no") || "") +
                         "[" + no + "]");
  });
  if (sections.length > 1) showSection(sections[0]);
  var wanted = location.hash.slice(1) && byId(location.hash.slice(1));
  if (wanted && wanted.classList.contains("card")) open(wanted);
  else if (wanted && wanted.classList.contains("file")) showSection(wanted);
})();
