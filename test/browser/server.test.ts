import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, type Running } from '../../src/web/server-files';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

describe('web server', () => {
  const base = mkdtempSync(join(tmpdir(), 'gouji-server-'));
  const folder = join(base, 'dist');
  let running: Running;

  before(async () => {
    mkdirSync(join(folder, 'pages'), { recursive: true });
    writeFileSync(join(base, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'taskpane.html'), '<!doctype html>');
    writeFileSync(join(folder, '文件.txt'), '甲');
    writeFileSync(join(folder, 'pages/a.0123abcd.js'), '1');
    writeFileSync(join(folder, 'pages/a.js'), '1');
    symlinkSync(join(base, 'secret.txt'), join(folder, 'link.txt'));
    running = await listen(folder, 0);
  });
  after(() => {
    running.close();
    rmSync(base, { recursive: true });
  });

  /** The path goes out as it is written, which a client that tidies addresses would not do. */
  function get(path: string, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: running.port, path, method }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it('serves the page at the root, and files by their names', async () => {
    assert.equal((await get('/')).body, '<!doctype html>');
    assert.equal((await get('/index.html?x=1')).status, 200);
    assert.equal((await get(`/${encodeURIComponent('文件.txt')}`)).body, '甲');
  });

  it('says what each file is', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/pages/a.js', 'text/javascript; charset=utf-8'],
      [`/${encodeURIComponent('文件.txt')}`, 'text/plain; charset=utf-8'],
    ] as const) {
      const { headers } = await get(path);
      assert.deepEqual([headers['content-type'], headers['x-content-type-options']], [type, 'nosniff']);
    }
  });

  it('only files whose name tells their content are kept by browsers', async () => {
    assert.match(String((await get('/pages/a.0123abcd.js')).headers['cache-control']), /immutable/);
    assert.equal((await get('/pages/a.js')).headers['cache-control'], 'no-cache');
    assert.equal((await get('/')).headers['cache-control'], 'no-cache');
  });

  it('the page may not be framed; the pane of the add-in is', async () => {
    assert.equal((await get('/')).headers['x-frame-options'], 'DENY');
    assert.equal((await get('/taskpane.html')).headers['x-frame-options'], undefined);
  });

  it('nothing outside the folder can be had', async () => {
    for (const path of [
      ...['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/pages/../../secret.txt', '/..\\secret.txt'],
      ...[
        '/..%5csecret.txt',
        '//secret.txt',
        '/link.txt',
        '/%00',
        '/%',
        '/%c0%ae%c0%ae/secret.txt',
        '/pages',
        '/pages/',
      ],
      ...[`/${join(base, 'secret.txt')}`, '/index.html/x', '/nothing'],
    ]) {
      const { status, body } = await get(path);
      assert.equal(status, 404, path);
      assert.ok(!body.includes('secret'), path);
    }
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await get('/', method)).status, 405);
    const { status, body, headers } = await get('/', 'HEAD');
    assert.deepEqual([status, body, headers['content-length']], [200, '', '15']);
  });

  it('says that a port is taken', async () => {
    await assert.rejects(listen(folder, running.port), { code: 'EADDRINUSE' });
  });
});
