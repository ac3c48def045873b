const drop = document.querySelector<HTMLElement>('#drop');
const out = document.querySelector<HTMLOutputElement>('#out');

async function take(files: FileList | null | undefined): Promise<void> {
  const file = files?.[0];
  if (file === undefined || out === null) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const described = await window.bridge.invoke('describe', bytes);
  const path = window.bridge.pathOf(file);
  out.textContent = JSON.stringify({ name: file.name, described, path });
}

drop?.addEventListener('dragover', (event) => event.preventDefault());
drop?.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files);
});
document.querySelector<HTMLInputElement>('#file')?.addEventListener('change', (event) => {
  void take(event.target instanceof HTMLInputElement ? event.target.files : null);
});
console.info('page script ran');
