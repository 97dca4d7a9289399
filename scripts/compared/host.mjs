// The page that hosts what is compared: a long article with the calculator at its end. It asks for no other file,
// and says the same thing several times over, so that it is long and nearly weightless.
const SECTIONS = [
  ["Where the leads go", "Ask a sales team where its leads go and you will hear about the last one that was lost. Count them for a quarter instead, stage by stage, and one of the stages will stand out. It is seldom the one that everybody complains about."],
  ["What a lead costs", "A campaign is judged by what a lead costs, because that is the number the campaign shows. What a won deal costs is known only to those who follow the lead to its end, months later, when the campaign has long been paid."],
  ["Time is a stage too", "A deal that waits a month for a reply has not been lost, and no report shows it. It only comes later, and with it the money that was to pay for the next campaign."],
  ["Full calendars", "Twice as many leads do not make twice as many meetings when the calendar is full. They make a queue, and those who wait in it grow cold. Before buying leads, look how many of them can be spoken with in a week."],
  ["Small changes, early and late", "A point of conversion is worth the same wherever it is won, says the multiplication. Yet a change at the end of the pipeline pays this month, and one at its beginning after everything that follows has taken its days."],
  ["Reckon it yourself", "None of this can be settled by an article. It depends on how many leads come in, how many of them become customers and what a customer pays. Put in your own numbers below."],
];
const ROUNDS = 8;
const STYLE = "body{margin:0 auto;max-width:42rem;padding:1rem;font:1.0625rem/1.6 system-ui,sans-serif;color:#1e293b}h1{line-height:1.2}";

const paragraph = (text) => `<p>${text}</p>`;

function article() {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => `Part ${round + 1}`);
  const section = ([title, text]) => `<h3>${title}</h3>${paragraph(text)}`;
  return rounds.map((part) => `<h2>${part}</h2>${SECTIONS.map(section).join("\n")}`).join("\n");
}

const page = (head, body) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>More leads, or better ones?</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;

// `head` and `widget` are what the maker of the widget tells the host to put in.
export const hostPage = ({ head = "", style = "", widget = "" }) =>
  page(`<style>${STYLE}${style}</style>${head}`, `<h1>More leads, or better ones?</h1>
${article()}
<div id="here">${widget}</div>
<footer>${paragraph("Written for whoever has to decide.")}</footer>`);

// What stands in a frame of the host.
export const framePage = ({ head, style, widget }) =>
  page(`<style>body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1e293b}${style}</style>${head}`, widget);
