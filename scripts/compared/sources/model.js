// Twelve months of a pipeline without queues, delays and chance, as calculators on the web reckon it.
const MONTHS = 12;

export function year({ leads, conversion, deal }) {
  const wonPerMonth = (leads * conversion) / 100;
  const won = wonPerMonth * MONTHS;
  const revenue = Array.from({ length: MONTHS }, (_, month) => wonPerMonth * deal * (month + 1));
  return { won, revenue };
}
