import { serveInspections } from '../pkcs12/inspection-port.ts';

// Entry of the utility process that opens PKCS#12 files: no network, no disk, one file at a time. Main kills it
// when it takes too long, and a file that crashes it crashes nothing else.
const { parentPort } = process;
serveInspections({
  post: parentPort.postMessage.bind(parentPort),
  listen: (listener) => {
    parentPort.on('message', ({ data }) => listener(data));
  },
});
