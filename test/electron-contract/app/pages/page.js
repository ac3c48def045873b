const drop = document.querySelector('#drop');
const out = document.querySelector('#out');

async function take(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { bytes: arrived } = await window.bridge.invoke('describe', bytes);
  out.textContent = JSON.stringify({ name: file.name, arrived, path: window.bridge.pathOf(file) });
}

drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
document.querySelector('#file').addEventListener('change', (event) => take(event.target.files[0]));
console.info('page script ran');
