// A calculator of three inputs as a front-end developer would write it well: what React shows at once is the answer,
// and Chart.js comes with no more of itself than a line chart needs.
import { CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from "chart.js";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { year } from "./model.js";

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip);

const INPUTS = [
  { name: "leads", label: "Leads a month", max: 1_000_000, step: 1 },
  { name: "conversion", label: "Conversion to won deals, %", max: 100, step: 0.1 },
  { name: "deal", label: "Deal size, $", max: 100_000_000, step: 1 },
];
const FIRST = { leads: "200", conversion: "4", deal: "5000" };
const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}`);
const count = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat("en", { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { style: "currency", currency: "USD", notation: "compact" });

// What is being typed may be no number yet; it counts as the nearest one that can be.
const within = (text, max) => Math.min(Math.max(Number.parseFloat(text) || 0, 0), max);
const numbersOf = (texts) => Object.fromEntries(INPUTS.map(({ name, max }) => [name, within(texts[name], max)]));

function Field({ input, value, onChange }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{input.label}</label>
      <input id={id} type="number" inputMode="decimal" min="0" max={input.max} step={input.step} value={value}
        onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

// The chart is made once and told of each change. It does not move by itself, which would cost frames.
function Line({ values }) {
  const canvas = useRef(null);
  const chart = useRef(null);
  useEffect(() => {
    chart.current = new Chart(canvas.current, {
      type: "line",
      data: { labels: MONTHS, datasets: [{ data: [], borderColor: "#1d4ed8", pointRadius: 2 }] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: { y: { beginAtZero: true, ticks: { callback: (value) => short.format(value) } } },
        plugins: { tooltip: { callbacks: { label: ({ raw }) => money.format(raw) } } },
      },
    });
    return () => chart.current.destroy();
  }, []);
  useEffect(() => {
    chart.current.data.datasets[0].data = values;
    chart.current.update();
  }, [values]);
  return (
    <div className="chart">
      <canvas ref={canvas} role="img" aria-label={`Revenue so far, by month: ${values.map((value) => short.format(value)).join(", ")}`} />
    </div>
  );
}

function Calculator() {
  const [texts, setTexts] = useState(FIRST);
  const { won, revenue } = useMemo(() => year(numbersOf(texts)), [texts]);
  return (
    <>
      <h2>What your pipeline brings in a year</h2>
      <div className="fields">
        {INPUTS.map((input) => (
          <Field key={input.name} input={input} value={texts[input.name]}
            onChange={(text) => setTexts((before) => ({ ...before, [input.name]: text }))} />
        ))}
      </div>
      <p className="answer" aria-live="polite">
        <strong>{count.format(won)}</strong> won deals and <strong>{money.format(revenue.at(-1))}</strong> in 12 months
      </p>
      <Line values={revenue} />
    </>
  );
}

createRoot(document.getElementById("calculator")).render(<Calculator />);
