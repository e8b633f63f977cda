import '../taskpane/pane.css';

// Shows what a ribbon button has to say. The words stand behind the `#`; they are put in as text, never as markup.
const words = document.getElementById('words');
if (words) {
  words.style.whiteSpace = 'pre-line';
  words.textContent = decodeURIComponent(window.location.hash.slice(1));
}
