// Writes what ICU makes of numbers, money, months, lists, ranges and plurals in the five languages, for tests/icu.rs to
// compare:  npx --yes node@22.23.3 scripts/icu.mjs > tests/icu/fixtures.tsv
// A line is a kind, its input, and the texts in the order of LANGUAGES, with tabs between them. Whatever the page
// writes otherwise is an exception in tests/icu.rs, with its reason; here it stands as ICU has it.
const CLDR = "48.0";
const LANGUAGES = ["en", "ka", "lt", "tr", "ru"];

if (process.versions.cldr !== CLDR) throw new Error(`CLDR ${CLDR} is wanted, this is ${process.versions.cldr}`);
const missing = LANGUAGES.filter((tag) => Intl.NumberFormat.supportedLocalesOf(tag).length === 0);
if (missing.length > 0) throw new Error(`this ICU has no ${missing}`);

const SIZES = [0, 0.012345, 0.5, 0.625, 0.999, 1, 1.005, 1.5, 2, 5, 9.95, 9.996, 10, 12.345, 99.5, 100, 123.456, 999, 999.4,
  999.5, 1000, 1001, 1234.56, 9999, 10000, 12345.678, 99999.5, 100000, 400000, 999499, 999500, 1000000, 1200000, 1234567.891,
  25000000, 999999999, 1e9, 1.25e12, 1e15, 1e16];
const NUMBERS = [...SIZES, -0.004, ...SIZES.slice(1).filter((_, at) => at % 3 === 0).map((size) => -size)];
const SHARES = [0, 0.000123, 0.005, 0.0049, 0.01, 0.02, 0.0235, 0.07, 0.29, 0.5, 0.57, 0.625, 0.999, 1, 1.1, 12.3456, -0.0235, -0.5, -1e-9];
const COUNTS = [...Array(131).keys(), 200, 201, 211, 1000, 1001, 1011, 1021, 1022, 1e6, 1000001, 0.1, 0.5, 1.04, 1.1, 1.5, 1.96, 2.5,
  5.1, 10.5, 11.5, 21.1, 100.5];
// With 2, 0, 3 and 4 digits, and one that ICU gives fewer than ISO 4217.
const CURRENCIES = ["EUR", "GEL", "TRY", "RUB", "USD", "GBP", "CHF", "JPY", "KWD", "CLF"];
// Those that the page writes with a sign; all others by their codes.
const SIGNS = CURRENCIES.slice(0, 6);

const write = (kind, input, text) => console.log([kind, input, ...LANGUAGES.map(text)].join("\t"));
const format = (options) => {
  const formats = new Map(LANGUAGES.map((tag) => [tag, new Intl.NumberFormat(tag, { signDisplay: "negative", ...options })]));
  return (value) => (tag) => formats.get(tag).format(value);
};
const table = (kind, options, values) => {
  const shown = format(options);
  for (const value of values) write(kind, value, shown(value));
};
// Whole units are never rounded away.
const significant = (digits) => ({ maximumSignificantDigits: digits, maximumFractionDigits: 0, roundingPriority: "morePrecision" });

for (const decimals of [0, 1, 3]) table(`number ${decimals}`, { maximumFractionDigits: decimals }, NUMBERS);
for (const digits of [2, 3]) table(`significant ${digits}`, significant(digits), NUMBERS);
table("compact", { notation: "compact" }, NUMBERS);
for (const decimals of [0, 1]) table(`percent ${decimals}`, { style: "percent", maximumFractionDigits: decimals }, SHARES);
table("percent auto", { style: "percent", ...significant(3) }, SHARES);
table("difference 1", { maximumFractionDigits: 1, signDisplay: "exceptZero" }, NUMBERS);

for (const currency of CURRENCIES) {
  const money = { style: "currency", currency, currencyDisplay: SIGNS.includes(currency) ? "narrowSymbol" : "code" };
  const exact = format({ ...money, trailingZeroDisplay: "stripIfInteger" });
  const whole = format({ ...money, maximumFractionDigits: 0 });
  const short = format({ ...money, notation: "compact" });
  for (const amount of [0, 0.5, 1.5, 12, 12.5, 99.9, -12.5]) write(`money ${currency}`, amount, exact(amount));
  for (const amount of [100, 123.45, 1234, 12345.5, 1234567.5, -1234]) write(`money ${currency}`, amount, whole(amount));
  for (const amount of [1000, 1234.56, 400000, 1234567.5, -25000000, 1e9]) write(`money compact ${currency}`, amount, short(amount));
}

const months = (options) => (month) => (tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(Date.UTC(2026, month - 1));
for (let month = 1; month <= 12; month += 1) {
  write("month", month, months({ month: "short" })(month));
  write("month of year", month, months({ year: "numeric", month: "short" })(month));
}

const days = { style: "unit", unit: "day", unitDisplay: "long" };
table("days", { ...days, maximumFractionDigits: 1 }, [0, 0.5, 1, 1.04, 1.5, 2, 3.2, 5, 7, 9.5]);
table("days", { ...days, maximumFractionDigits: 0 }, [10, 11, 12, 14, 20, 21, 22, 25, 90, 97.4, 100, 101, 111, 232, 1000, 1234]);

// English as in Britain, without a comma before "and".
const joined = (items) => (tag) => new Intl.ListFormat(tag === "en" ? "en-GB" : tag).format(items);
for (const items of [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]) write("list", items.join(" "), joined(items));

const ranges = (kind, options, pairs) => {
  for (const [low, high] of pairs) write(kind, `${low} ${high}`, (tag) => new Intl.NumberFormat(tag, options).formatRange(low, high));
};
ranges("percent range", { style: "percent" }, [[0.02, 0.05], [0, 1], [0.1, 12], [-0.05, 0.02], [-0.05, -0.02]]);
ranges("money range", { style: "currency", currency: "EUR", currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }, [[100, 500], [1000, 25000]]);

for (const count of COUNTS) write("plural", count, (tag) => new Intl.PluralRules(tag, { maximumFractionDigits: 1 }).select(count));
for (const count of [1000, 2000, 5000, 21000, 1200000, 1e6, 2e9]) write("plural compact", count, (tag) => new Intl.PluralRules(tag).select(count));
